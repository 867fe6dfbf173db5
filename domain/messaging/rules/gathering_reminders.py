"""What the clock asks for of activities and visits at home: a reminder of each, for who counts on it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.gathering import Gathering
from domain.messaging.rules.inviting import Person, occasion_of
from domain.messaging.rules.occasion import Occasion
from domain.messaging.rules.visiting import Visit
from domain.messaging.rules.visiting import occasion_of as occasion_of_visit


class DueSignUp(NamedTuple):
    """Somebody who has a place at a moment that is near."""

    moment_id: UUID
    person: Person


def about_sign_ups(due: Iterable[DueSignUp], activities: Mapping[UUID, Gathering], moment: datetime) -> list[Occasion]:
    """One for each start of a moment: moved, it is reminded of anew."""
    kind, found = MessageKind.ACTIVITY_REMINDER, []
    for one in due:
        activity, id_ = activities[one.person.activity_id], str(one.moment_id)
        told = {"moments": {id_: activity.moments[id_]}}
        occasion = f"{kind}:{id_}:{activity.moments[id_][0]}"
        found.append(occasion_of(activity, kind, one.person, told, occasion, moment))
    return found


def about_visits_due(visits: Iterable[Visit], moment: datetime) -> list[Occasion]:
    """Likewise."""
    kind = MessageKind.HOME_VISIT_REMINDER
    due = ((one, f"{kind}:{one.id}:{one.told['starts_at']}") for one in visits)
    return [occasion_of_visit(one, kind, occasion, one.starts_at, moment) for one, occasion in due]
