"""What a one-time link shows: the message, and what it is about as it stands now."""

from collections.abc import Sequence
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
from domain.messaging.models.link_reads import MessageSeen, OfferSeen, RoundSeen, SaidRead, Says, TalkSeen
from domain.messaging.models.messages import Message
from domain.messaging.queries.behind_link import BehindLink
from domain.messaging.queries.offer_seen import find_offer
from domain.messaging.queries.put_in_words import put_in_words
from domain.messaging.queries.talk_seen import find_talk
from domain.messaging.rules.links import BEFORE_THE_TALK, ways_to_answer, ways_to_take
from domain.messaging.wording.saying import text_without
from domain.school.models import School

_HERE = "#here"
"""Stands for a link in words that are read behind one."""


async def _said(session: SchoolSession, message: Message) -> dict[str, SaidRead]:
    """As it was sent; what was not sent yet, as it would be said now."""
    if message.said:
        return {language: SaidRead.model_validate(words) for language, words in message.said.items()}
    in_words = (await put_in_words(session, [message], {message.id: _HERE})).get(message.id)
    return {
        one.language: SaidRead(subject=one.subject, text=text_without(_HERE, one.paragraphs))
        for one in (in_words.said if in_words else [])
    }


class About(NamedTuple):
    """What a message is about, and what can be answered to it now."""

    talk: TalkSeen | None = None
    round: RoundSeen | None = None
    offer: OfferSeen | None = None
    may: Sequence[Says] = ()


async def seen_by_link(session: SchoolSession, behind: BehindLink) -> MessageSeen:
    """
    Raises:
        NotFound: when what it is about is over, or no longer for this person.
    """
    link, message = behind
    about = await about_of(session, message)
    school = (await session.execute(select(School).where(col(School.school_id) == message.school_id))).scalar_one()
    return MessageSeen(
        **about._asdict(),
        kind=message.kind,
        languages=message.languages,
        said=await _said(session, message),
        school=school.name,
        phone=school.phone,
        expires_at=link.expires_at,
        answered_at=link.answered_at,
    )


async def about_of(session: SchoolSession, message: Message) -> About:
    """
    Raises:
        NotFound: likewise.
    """
    if message.resource == "conversations":
        talk = await _talk(session, message)
        return About(talk=talk, may=ways_to_answer(talk.status, talk.my_answer))
    if message.resource == "conference-rounds":
        return await _round(session, message)
    if message.resource == "conference-waits":
        offer = await _offer(session, message)
        return About(offer=offer, may=ways_to_take(offer.status))
    return About()


async def _offer(session: SchoolSession, message: Message) -> OfferSeen:
    offer = await find_offer(session, message)
    if offer is None:
        raise NotFound(NOT_FOUND)
    return offer


async def _talk(session: SchoolSession, message: Message) -> TalkSeen:
    talk = await find_talk(session, message)
    if talk is None or (message.kind in BEFORE_THE_TALK and _has_begun(talk)):
        raise NotFound(NOT_FOUND)
    return talk


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
