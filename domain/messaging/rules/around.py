"""What is said around talks: that a round opens or is off, that a time came free, and what a plan came to."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.happened import PlanPart
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.messaging.rules.talk import Talk
from domain.plans.models.topics import Topic, Urgency

CARD_LASTS = timedelta(days=60)


class Asked(NamedTuple):
    """A guardian of a family of a round, and the child by whose plan they are reached."""

    round_id: UUID
    guardian_id: UUID
    student_id: UUID
    answer_by: datetime | None


class Offered(NamedTuple):
    """A time that is kept for a family for a while, and one of its guardians."""

    wait_id: UUID
    round_id: UUID
    student_id: UUID
    staff_id: UUID
    starts_at: datetime
    until: datetime
    guardian_id: UUID


class CardOf(NamedTuple):
    """A plan that is agreed, and those with whom it was made."""

    id: UUID
    student_id: UUID
    version: int
    guardians: list[UUID]


def about_opened(opened: Mapping[UUID, str], asked: Iterable[Asked]) -> list[Occasion]:
    return [
        Occasion(
            occasion=opened[one.round_id],
            kind=MessageKind.ROUND_OPENED,
            resource="conference-rounds",
            resource_id=one.round_id,
            student_id=one.student_id,
            who=one.guardian_id,
            told={"answer_by": one.answer_by.isoformat() if one.answer_by else None},
            topic=Topic.CONFERENCES,
            too_late_at=one.answer_by,
        )
        for one in asked
    ]


def about_called_off(called_off: Mapping[UUID, str], earlier: Iterable[Earlier], talks: Mapping[UUID, Talk]) -> Found:
    """Who heard of the round hears that it is off; who did not hear of it yet hears nothing at all."""
    found, told = Found(), dict[tuple[UUID, UUID], Occasion]()
    for one in earlier:
        talk = talks.get(one.resource_id)
        round_id = talk.round_id if talk else one.resource_id
        if round_id is None or round_id not in called_off:
            continue
        if one.is_open:
            found.overtaken.append(one.id)
        else:
            told[round_id, one.who] = _called_off(called_off[round_id], round_id, one)
    found.occasions.extend(told.values())
    return found


def _called_off(occasion: str, round_id: UUID, earlier: Earlier) -> Occasion:
    return Occasion(
        occasion=occasion,
        kind=MessageKind.ROUND_CANCELLED,
        resource="conference-rounds",
        resource_id=round_id,
        student_id=earlier.student_id,
        who=earlier.who,
        told={},
        topic=Topic.CONFERENCES,
        urgency=Urgency.SOON,
    )


def about_offers(offers: Mapping[UUID, str], offered: Iterable[Offered]) -> list[Occasion]:
    """For as long as it is kept for the family."""
    return [
        Occasion(
            occasion=offers[one.wait_id],
            kind=MessageKind.SLOT_OFFERED,
            resource="conference-waits",
            resource_id=one.wait_id,
            student_id=one.student_id,
            who=one.guardian_id,
            told={
                "round_id": str(one.round_id),
                "staff_id": str(one.staff_id),
                "starts_at": one.starts_at.isoformat(),
                "until": one.until.isoformat(),
            },
            topic=Topic.CONFERENCES,
            urgency=Urgency.SOON,
            too_late_at=one.until,
        )
        for one in offered
    ]


def about_plans(
    parts: Iterable[PlanPart], cards: Mapping[UUID, CardOf], earlier: Iterable[Earlier], moment: datetime
) -> Found:
    """A new card, in place of one that did not leave yet. Several events may have led to one version and be read
    apart: who has that version already hears nothing."""
    of_plans = [one for one in earlier if one.kind is MessageKind.PLAN_CARD]
    has = {(one.resource_id, one.who, one.told.get("version")) for one in of_plans}
    known = [part for part in parts if part.plan_id in cards]
    last = {(part.plan_id, who): part for part in known for who in _concerned(part, cards)}
    new = {key: part for key, part in last.items() if (*key, cards[key[0]].version) not in has}
    waiting = [one.id for one in of_plans if one.is_open and (one.resource_id, one.who) in new]
    return Found([_card(part, cards[part.plan_id], who, moment) for (_, who), part in new.items()], waiting)


def _concerned(part: PlanPart, cards: Mapping[UUID, CardOf]) -> list[UUID]:
    plan = cards[part.plan_id]
    return [plan.student_id, *plan.guardians] if part.is_of_all else [part.guardian_id or plan.student_id]


def _card(part: PlanPart, plan: CardOf, who: UUID, moment: datetime) -> Occasion:
    return Occasion(
        occasion=part.occasion,
        kind=MessageKind.PLAN_CARD,
        resource="communication-plans",
        resource_id=plan.id,
        student_id=plan.student_id,
        who=who,
        told={"version": plan.version},
        topic=Topic.PLAN,
        too_late_at=moment + CARD_LASTS,
        comes_along=who == plan.student_id,
    )
