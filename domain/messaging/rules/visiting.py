"""From visits at home as they are by now, and what families heard of them, to what has to be said (R29)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.messaging.rules.occasions import NEAR
from domain.messaging.rules.talk import Told
from domain.plans.models.topics import Topic, Urgency
from domain.visits.models.words import VisitStatus

_KINDS = {VisitStatus.ASKED: MessageKind.HOME_VISIT_ASKED, VisitStatus.PLANNED: MessageKind.HOME_VISIT_PLANNED}


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit, without where."""

    id: UUID
    student_id: UUID
    guardian_id: UUID
    status: VisitStatus
    starts_at: datetime | None
    answered_at: datetime | None
    visitors: tuple[str, ...]
    created_by_id: UUID | None

    @property
    def told(self) -> Told:
        """Ids and times. A plan made on another answer is another plan."""
        if self.status is not VisitStatus.PLANNED:
            return {}
        times = {"starts_at": self.starts_at, "answered_at": self.answered_at}
        return {name: at and at.isoformat() for name, at in times.items()} | {"visitors": [*self.visitors]}


def about_visits(
    happened: Mapping[UUID, str], visits: Mapping[UUID, Visit], earlier: Iterable[Earlier], moment: datetime
) -> Found:
    """Somebody hears that which differs from the last that they heard; of a visit that is off who heard of it."""
    found, heard = Found(), dict[UUID, Earlier]()
    waiting = dict[UUID, Earlier]()
    for one in earlier:
        if one.resource_id in visits and one.kind is not MessageKind.HOME_VISIT_REMINDER:
            (waiting if one.is_open else heard)[one.resource_id] = one
    for visit in visits.values():
        last, next_ = heard.get(visit.id), waiting.get(visit.id)
        kind = _kind(visit, was_told=last is not None)
        if next_ and says(next_) != (kind, visit.told):
            found.overtaken.append(next_.id)
            next_ = None
        if kind and next_ is None and (last is None or says(last) != (kind, visit.told)):
            starts_at = visit.starts_at or _start_in(last)
            found.occasions.append(occasion_of(visit, kind, happened[visit.id], starts_at, moment))
    return found


def _start_in(last: Earlier | None) -> datetime | None:
    """Of a visit that is off nothing is kept: its family heard when it was to be."""
    return datetime.fromisoformat(last.told["starts_at"]) if last and last.told.get("starts_at") else None


def says(one: Earlier) -> tuple[MessageKind, Told]:
    return one.kind, one.told


def _kind(visit: Visit, *, was_told: bool) -> MessageKind | None:
    if visit.status is VisitStatus.CANCELLED:
        return MessageKind.HOME_VISIT_CANCELLED if was_told else None
    return _KINDS.get(visit.status)


def occasion_of(
    visit: Visit, kind: MessageKind, occasion: str, starts_at: datetime | None, moment: datetime
) -> Occasion:
    is_near = starts_at is not None and starts_at - moment < NEAR
    return Occasion(
        occasion=occasion,
        kind=kind,
        resource="home-visits",
        resource_id=visit.id,
        student_id=visit.student_id,
        who=visit.guardian_id,
        told=visit.told,
        topic=Topic.CONVERSATIONS,
        urgency=Urgency.SOON if is_near else Urgency.ORDINARY,
        too_late_at=starts_at,
        sender_id=visit.created_by_id,
    )
