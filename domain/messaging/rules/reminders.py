"""What the clock asks for: a reminder, a question before a talk, and an agreement that is due."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.talk import Talk
from domain.plans.models.topics import Topic, Urgency


class Due(NamedTuple):
    """A talk that lies ahead, and one who is asked to it."""

    kind: MessageKind
    talk_id: UUID
    who: UUID


def about_due(due: Iterable[Due], talks: dict[UUID, Talk], moment: datetime) -> list[Occasion]:
    """One for each start of a talk: moved, it is reminded of anew."""
    return [
        _before(one, talk)
        for one in due
        if (talk := talks.get(one.talk_id)) and talk.told_to(one.who, moment) is not None
    ]


def _before(one: Due, talk: Talk) -> Occasion:
    return Occasion(
        occasion=f"{one.kind}:{talk.id}:{talk.starts_at.isoformat()}",
        kind=one.kind,
        resource="conversations",
        resource_id=talk.id,
        student_id=talk.student_id,
        who=one.who,
        told=talk.told,
        topic=Topic.CONVERSATIONS if talk.round_id is None else Topic.CONFERENCES,
        urgency=Urgency.SOON if one.kind is MessageKind.REMINDER else Urgency.ORDINARY,
        too_late_at=talk.starts_at,
        sender_id=talk.sender_id,
        comes_along=talk.comes_beside(one.who),
    )


class DueAgreement(NamedTuple):
    """An agreement whose day came, and one of the family who does it."""

    id: UUID
    student_id: UUID
    by_on: date
    who: UUID


def about_agreements(due: Iterable[DueAgreement]) -> list[Occasion]:
    return [
        Occasion(
            occasion=f"{MessageKind.FOLLOW_UP}:{one.id}:{one.by_on}",
            kind=MessageKind.FOLLOW_UP,
            resource="agreements",
            resource_id=one.id,
            student_id=one.student_id,
            who=one.who,
            told={"by_on": one.by_on.isoformat()},
            topic=Topic.CONVERSATIONS,
        )
        for one in due
    ]
