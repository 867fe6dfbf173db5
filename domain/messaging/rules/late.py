"""Telling families, on the evening itself, that somebody runs late."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.plans.models.topics import Topic, Urgency


class Delayed(NamedTuple):
    """A talk still to come with somebody who runs late, and one who is asked to it."""

    late_id: UUID
    """Whose delay: somebody of the staff in the round."""
    talk_id: UUID
    student_id: UUID
    starts_at: datetime
    minutes: int
    guardian_id: UUID


def about_delays(delays: Mapping[UUID, str], late: Iterable[Delayed], earlier: Iterable[Earlier]) -> Found:
    """The last word counts: who did not hear of the first delay hears of the second alone, or of none."""
    found, touched = Found(), {(one.talk_id, one.guardian_id): one for one in late}
    for one in earlier:
        if one.kind is MessageKind.RUNNING_LATE and one.is_open and (one.resource_id, one.who) in touched:
            found.overtaken.append(one.id)
    found.occasions.extend(_late(delays[one.late_id], one) for one in touched.values() if one.minutes)
    return found


def _late(occasion: str, one: Delayed) -> Occasion:
    return Occasion(
        occasion=occasion,
        kind=MessageKind.RUNNING_LATE,
        resource="conversations",
        resource_id=one.talk_id,
        student_id=one.student_id,
        who=one.guardian_id,
        told={"minutes": one.minutes, "starts_at": one.starts_at.isoformat()},
        topic=Topic.CONFERENCES,
        urgency=Urgency.SOON,
        too_late_at=one.starts_at,
    )
