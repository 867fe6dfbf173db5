"""What a message is about, as it stands now for the guardian to whom it was sent."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.asked_family import find_asked_family
from domain.conferences.queries.links import seen_through
from domain.conferences.rules.states import Deed, may
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession
from domain.messaging.models.activity_seen import ActivitySeen, IdeaSeen
from domain.messaging.models.link_answers import Says
from domain.messaging.models.link_reads import OfferSeen, RoundSeen, TalkSeen
from domain.messaging.models.messages import Message
from domain.messaging.models.visit_seen import VisitSeen
from domain.messaging.queries.activity_seen import ACTIVITIES_SEEN, IDEAS_SEEN
from domain.messaging.queries.found_by_link import FoundByLink, S
from domain.messaging.queries.offer_seen import OFFERS
from domain.messaging.queries.talk_seen import find_talk
from domain.messaging.queries.visit_seen import VISITS_SEEN
from domain.messaging.rules.link_ways import ways_to_bring, ways_to_come, ways_to_let_in
from domain.messaging.rules.links import BEFORE_THE_TALK, ways_to_answer, ways_to_take


class About(NamedTuple):
    """What a message is about, and what can be answered to it now."""

    talk: TalkSeen | None = None
    round: RoundSeen | None = None
    offer: OfferSeen | None = None
    activity: ActivitySeen | None = None
    idea: IdeaSeen | None = None
    visit: VisitSeen | None = None
    may: Sequence[Says] = ()


async def about_of(session: SchoolSession, message: Message) -> About:
    """
    Raises:
        NotFound: when it is over, or no longer for this person.
    """
    found = _ABOUT.get(message.resource)
    return await found(session, message) if found else About()


async def _talk(session: SchoolSession, message: Message) -> About:
    talk = await find_talk(session, message)
    if talk is None or (message.kind in BEFORE_THE_TALK and _has_begun(talk)):
        raise NotFound(NOT_FOUND)
    return About(talk=talk, may=ways_to_answer(talk.status, talk.my_answer))


def _has_begun(talk: TalkSeen) -> bool:
    """While the family still chooses: the last of the times."""
    starts = [talk.starts_at] if talk.is_time_chosen else [one.starts_at for one in talk.offered_times]
    return max(starts, default=talk.starts_at) <= clock.now()


async def _round(session: SchoolSession, message: Message) -> About:
    family = await find_asked_family(session, message.resource_id, message.student_id)
    if family is None:
        raise NotFound(NOT_FOUND)
    this = (col(ConferenceRound.school_id) == family.school_id, col(ConferenceRound.id) == family.round_id)
    status = await session.scalar(select(col(ConferenceRound.status)).where(*this))
    seen = RoundSeen.model_validate_json(await seen_through(session, family))
    return About(round=seen, may=[Says.AVAILABLE] if status and may(status, Deed.ANSWER) else [])


async def _offer(session: SchoolSession, message: Message) -> About:
    offer = await _there(OFFERS, session, message)
    return About(offer=offer, may=ways_to_take(offer.status))


async def _activity(session: SchoolSession, message: Message) -> About:
    activity = await _there(ACTIVITIES_SEEN, session, message)
    return About(activity=activity, may=ways_to_come(activity, clock.now()) + ways_to_bring(message.kind))


async def _idea(session: SchoolSession, message: Message) -> About:
    return About(idea=await _there(IDEAS_SEEN, session, message), may=ways_to_bring(message.kind))


async def _visit(session: SchoolSession, message: Message) -> About:
    visit = await _there(VISITS_SEEN, session, message)
    return About(visit=visit, may=ways_to_let_in(visit.status))


async def _there(kind: FoundByLink[S], session: SchoolSession, message: Message) -> S:
    found = await kind.find(session, message.resource_id)
    if found is None:
        raise NotFound(NOT_FOUND)
    return found


_ABOUT: dict[str, Callable[[SchoolSession, Message], Awaitable[About]]] = {
    "conversations": _talk,
    "conference-rounds": _round,
    "conference-waits": _offer,
    "activities": _activity,
    "activity-ideas": _idea,
    "home-visits": _visit,
}
"""By the collection of the API; the rest only tells."""
