"""Planning a visit inside what the family chose, with the way there and back.

A visit is no conversation of the type `home-visit`: such a one keeps its time and its people when it is called off,
asks that the other parent is told (R17), and holds nobody for the time on the road.
"""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from domain.conversations.actions.claimed import households_of
from domain.conversations.models.conversations import TimeFields
from domain.kernel.claiming import claim, release
from domain.kernel.claims import Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession
from domain.visits.actions.erasing import forget_visitors
from domain.visits.actions.telling import tell
from domain.visits.models.visitors import HomeVisitPlanFields, HomeVisitVisitor
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus
from domain.visits.queries.running import get_run_visit
from domain.visits.queries.settings import settings_of
from domain.visits.rules.planning import Plan, Window, check_plan
from domain.visits.rules.refusal import NOT_SO
from domain.visits.rules.states import Deed


class _OnTheRoad(NamedTuple):
    """From leaving the school until being back."""

    starts_at: datetime
    ends_at: datetime


async def plan(session: SchoolSession, visit_id: UUID, fields: HomeVisitPlanFields) -> None:
    """Fix the moment and who goes.

    Raises:
        NotFound, Forbidden: as everywhere. Conflict: `wrong_state`, or `double_booking`.
        Invalid: `rule_broken`: without a yes, outside the family's moments, with too many (R29).
    """
    visit = await get_run_visit(session, visit_id, Deed.PLAN)
    planned = Plan(fields.starts_at, visit.minutes, _windows(visit), fields.staff_ids)
    warnings_of(check_plan(planned), NOT_SO)
    visit.status, visit.starts_at, visit.ends_at = VisitStatus.PLANNED, planned.starts_at, planned.ends_at
    await forget_visitors(session, visit)
    session.add_all(_visitors(visit, fields))
    await session.flush()
    await release(session, visit.id)
    await claim(session, visit.id, await _claimed(session, visit, fields, planned))
    tell(session, "planned", visit)


def _windows(visit: HomeVisit) -> list[Window]:
    chosen = map(TimeFields.model_validate, visit.moments)
    return [Window(one.starts_at, one.ends_at) for one in chosen]


def _visitors(visit: HomeVisit, fields: HomeVisitPlanFields) -> list[HomeVisitVisitor]:
    of_school: list[dict[str, Any]] = [{"staff_id": staff_id} for staff_id in dict.fromkeys(fields.staff_ids)]
    beside: list[dict[str, Any]] = [{"interpreter_id": fields.interpreter_id}] if fields.interpreter_id else []
    here: dict[str, Any] = {"school_id": visit.school_id, "visit_id": visit.id}
    return [HomeVisitVisitor(**here, **who) for who in (*of_school, *beside)]


async def _claimed(
    session: SchoolSession, visit: HomeVisit, fields: HomeVisitPlanFields, planned: Plan
) -> list[Claimed]:
    road = await _on_the_road(session, fields, planned)
    homes = await households_of(session, [visit.guardian_id])
    at_home = [
        Claimed(ResourceKind.HOUSEHOLD, home, planned.starts_at, planned.ends_at)
        for home in homes.get(visit.guardian_id, [visit.guardian_id])
    ]
    going = [Claimed(ResourceKind.TEACHER, staff_id, *road) for staff_id in fields.staff_ids]
    if fields.interpreter_id:
        going.append(Claimed(ResourceKind.INTERPRETER, fields.interpreter_id, *road))
    return [*going, *at_home]


async def _on_the_road(session: SchoolSession, fields: HomeVisitPlanFields, planned: Plan) -> _OnTheRoad:
    usual = (await settings_of(session)).travel_minutes
    before, after = (
        usual if given is None else given for given in (fields.travel_before_minutes, fields.travel_after_minutes)
    )
    return _OnTheRoad(planned.starts_at - timedelta(minutes=before), planned.ends_at + timedelta(minutes=after))
