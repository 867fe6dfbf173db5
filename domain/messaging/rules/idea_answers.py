"""What the team says to an idea goes back to who brought it; what came of it also to who found it a good idea."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.plans.models.topics import Topic

STAYS_NEWS = timedelta(days=60)


class Answered(NamedTuple):
    """An idea that the team answered, and one who hears of it."""

    id: UUID
    who: UUID
    student_id: UUID
    is_reported: bool
    """What the school did with it is told as well."""


def about_ideas(
    happened: Mapping[UUID, str], answered: Iterable[Answered], earlier: Iterable[Earlier], moment: datetime
) -> Found:
    """A newer word takes the place of one that did not leave yet."""
    told = [*answered]
    occasions = [
        Occasion(
            occasion=happened[one.id],
            kind=MessageKind.IDEA_ANSWERED,
            resource="activity-ideas",
            resource_id=one.id,
            student_id=one.student_id,
            who=one.who,
            told={"is_reported": one.is_reported},
            topic=Topic.ACTIVITIES,
            too_late_at=moment + STAYS_NEWS,
        )
        for one in told
    ]
    anew = {(one.id, one.who) for one in told}
    return Found(occasions, [one.id for one in earlier if one.is_open and (one.resource_id, one.who) in anew])
