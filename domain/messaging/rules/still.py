"""Whether a message still says what is so, at the moment at which it would leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from domain.activities.models.words import ActivityStatus
from domain.conferences.models.words import RoundStatus
from domain.conversations.facts import Status
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.gathering import OPEN, Gathering
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.talk import AHEAD, Talk
from domain.messaging.rules.visiting import Visit
from domain.plans.decision.asked import Reached
from domain.plans.models.topics import Topic, Urgency
from domain.visits.models.words import VisitStatus


class Still(StrEnum):
    """What is done with a message that is about to leave."""

    NOW = "now"
    LATER = "later"
    OVERTAKEN = "overtaken"


class Why(StrEnum):
    """Why a message does not leave now."""

    CHANGED = "changed"
    TOO_LATE = "too_late"
    MAY_NOT_HEAR = "may_not_hear"
    HOURS = "hours"
    ENOUGH_TODAY = "enough_today"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reached` is the decision taken anew: its channel, languages and sender count from now on."""

    still: Still
    why: Why | None = None
    reached: Reached | None = None
    earliest: datetime | None = None
    """Of what leaves later."""


@dataclass(frozen=True, slots=True)
class Now:
    """How things are, as far as the messages of a batch speak of them."""

    talks: Mapping[UUID, Talk]
    rounds: Mapping[UUID, str]
    """Their status."""
    offers: frozenset[tuple[UUID, UUID]]
    """Which place on a waiting list has an offer, and for whom."""
    alive: frozenset[UUID]
    """Plans that are agreed, agreements that are open, ideas with an answer, and summaries with something to say."""
    gatherings: Mapping[UUID, Gathering]
    visits: Mapping[UUID, Visit]


def who_of(message: Message) -> UUID:
    return message.guardian_id or message.student_id


def says_what_is_so(message: Message, now: Now) -> bool:
    return _SO[MessageKind(message.kind)](message, now)


def occasion_of(message: Message) -> Occasion:
    """As it was when the message was made; a row keeps plain words, and the decision knows its own."""
    return Occasion(
        occasion=message.occasion,
        kind=MessageKind(message.kind),
        resource=message.resource,
        resource_id=message.resource_id,
        student_id=message.student_id,
        who=who_of(message),
        told=message.told,
        topic=Topic(message.topic),
        urgency=Urgency(message.urgency),
        too_late_at=message.too_late_at,
        sender_id=message.sender_id,
    )


_LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""Whether it is too late is asked apart."""


def _stands(message: Message, now: Now) -> bool:
    talk = now.talks.get(message.resource_id)
    return talk is not None and talk.told_to(who_of(message), _LONG_AGO) == message.told


def _is_off(message: Message, now: Now) -> bool:
    talk = now.talks.get(message.resource_id)
    return talk is not None and talk.status is Status.CANCELLED


def _all_stand(message: Message, now: Now) -> bool:
    who, told = who_of(message), message.told["talks"]
    talks = {id_: now.talks.get(UUID(id_)) for id_ in told}
    return all(talk and talk.told_to(who, _LONG_AGO) == told[id_] for id_, talk in talks.items())


def _was_held(message: Message, now: Now) -> bool:
    talk = now.talks.get(message.resource_id)
    return talk is not None and talk.status is Status.COMPLETED and who_of(message) in talk.asked


def _was_agreed(message: Message, now: Now) -> bool:
    return _was_held(message, now) and dict(now.talks[message.resource_id].agreements) == message.told["agreements"]


def _is_waited_for(message: Message, now: Now) -> bool:
    talk = now.talks.get(message.resource_id)
    return talk is not None and talk.status in AHEAD and who_of(message) in talk.asked


def _is_alive(message: Message, now: Now) -> bool:
    return (message.id if message.kind == MessageKind.DIGEST else message.resource_id) in now.alive


def _round_is(status: RoundStatus) -> Callable[[Message, Now], bool]:
    return lambda message, now: now.rounds.get(message.resource_id) == status


def _is_ahead(message: Message, now: Now) -> bool:
    activity = now.gatherings.get(message.resource_id)
    return activity is not None and activity.is_on and activity.is_so(message.told)


def _has_place(message: Message, now: Now) -> bool:
    return _is_ahead(message, now) and message.told["moments"].keys() <= now.gatherings[message.resource_id].placed.get(
        who_of(message), frozenset()
    )


def _activity_is(*statuses: ActivityStatus) -> Callable[[Message, Now], bool]:
    return lambda message, now: (
        message.resource_id in now.gatherings and now.gatherings[message.resource_id].status in statuses
    )


def _visit_is(status: VisitStatus) -> Callable[[Message, Now], bool]:
    def is_so(message: Message, now: Now) -> bool:
        visit = now.visits.get(message.resource_id)
        return visit is not None and visit.status is status and visit.told == message.told

    return is_so


_K = MessageKind
_SO: Mapping[MessageKind, Callable[[Message, Now], bool]] = {
    _K.INVITATION: _stands,
    _K.CHANGE: _stands,
    _K.REMINDER: _stands,
    _K.QUESTION: _stands,
    _K.CANCELLATION: _is_off,
    _K.ROUND_TIMES: _all_stand,
    _K.THANK_YOU: _was_held,
    _K.AGREEMENTS: _was_agreed,
    _K.RUNNING_LATE: _is_waited_for,
    _K.ROUND_OPENED: _round_is(RoundStatus.OPEN),
    _K.ROUND_CANCELLED: _round_is(RoundStatus.CANCELLED),
    _K.SLOT_OFFERED: lambda message, now: (message.resource_id, who_of(message)) in now.offers,
    _K.PLAN_CARD: _is_alive,
    _K.FOLLOW_UP: _is_alive,
    _K.DIGEST: _is_alive,
    _K.ACTIVITY_ASKED: _activity_is(*OPEN),
    _K.ACTIVITY_INVITATION: _is_ahead,
    _K.ACTIVITY_CHANGE: _is_ahead,
    _K.ACTIVITY_PLACE: _has_place,
    _K.ACTIVITY_REMINDER: _has_place,
    _K.ACTIVITY_CANCELLED: _activity_is(ActivityStatus.CANCELLED),
    _K.IDEA_ANSWERED: _is_alive,
    _K.HOME_VISIT_ASKED: _visit_is(VisitStatus.ASKED),
    _K.HOME_VISIT_PLANNED: _visit_is(VisitStatus.PLANNED),
    _K.HOME_VISIT_REMINDER: _visit_is(VisitStatus.PLANNED),
    _K.HOME_VISIT_CANCELLED: _visit_is(VisitStatus.CANCELLED),
}
