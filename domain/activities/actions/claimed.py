"""What the moments of an activity take: a room, interpreters, and the time of who helps or guides."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from domain.activities.models.helping import ActivityHelper
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tour_guides import TourGuide
from domain.activities.queries.helping import helpers_of
from domain.activities.queries.tour_guides import guides_of
from domain.conversations.actions.claimed import households_of
from domain.kernel.claiming import claim_together, release
from domain.kernel.claims import Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.session import SchoolSession

Helper = ActivityHelper | TourGuide
Homes = Mapping[UUID, list[UUID]]


async def claim_anew(session: SchoolSession, activity_id: UUID, *moments: ActivityMoment) -> None:
    """Let go of what these moments took, and take what they need now: in one transaction, so nothing is lost between.

    Raises:
        Conflict: `double_booking`; it never tells of the other meeting.
    """
    await session.flush()
    helpers: list[Helper] = [*await helpers_of(session, activity_id), *await guides_of(session, activity_id)]
    homes = await households_of(session, [one.guardian_id for one in helpers if one.guardian_id])
    await release(session, *(moment.id for moment in moments))
    await claim_together(session, {moment.id: list(_taken_by(moment, helpers, homes)) for moment in moments})


def _taken_by(moment: ActivityMoment, helpers: Iterable[Helper], homes: Homes) -> Iterable[Claimed]:
    time = (moment.starts_at, moment.ends_at)
    if moment.room_id:
        yield Claimed(ResourceKind.ROOM, moment.room_id, *time)
    for interpreter_id in moment.interpreter_ids:
        yield Claimed(ResourceKind.INTERPRETER, UUID(str(interpreter_id)), *time)
    for one in helpers:
        if one.moment_id in (None, moment.id):
            for kind, resource_id in _resources(one, homes):
                yield Claimed(kind, resource_id, *time)


def _resources(one: Helper, homes: Homes) -> Iterable[tuple[ResourceKind, UUID]]:
    """Who comes from outside has no diary here."""
    if one.staff_id:
        yield ResourceKind.TEACHER, one.staff_id
    if one.student_id:
        yield ResourceKind.STUDENT, one.student_id
    if one.guardian_id:
        yield from ((ResourceKind.HOUSEHOLD, home) for home in homes.get(one.guardian_id, [one.guardian_id]))
