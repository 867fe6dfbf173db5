"""At the door: who came, and who walked in."""

from uuid import UUID

from domain.activities.actions.holding import hold, hold_moment_of
from domain.activities.actions.moving_up import fill
from domain.activities.models.coming import CameFields, SignUpState
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn, WalkInFields
from domain.activities.queries.sign_ups import SIGN_UP
from domain.activities.queries.walk_ins import WALK_IN
from domain.activities.rules.signing_up import CANCELLED, ensure, why_closed, why_not_counted
from domain.kernel import clock
from domain.kernel.errors import FORBIDDEN, Conflict, Forbidden
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def say_came(session: SchoolSession, row_id: UUID, fields: CameFields) -> None:
    """Kept so that the school knows whom it met; nobody is scored by it (R38).

    Raises:
        NotFound. Forbidden: of one's own sign-up. Conflict: `doors_not_open`, `sign_up_cancelled`.
    """
    held = await hold_moment_of(session, SignUp, SIGN_UP, row_id)
    ensure(why_not_counted(*held, clock.now()))
    row = await session.get_row(SignUp, row_id, SIGN_UP.visible(session.viewer))
    if row.guardian_id is not None and row.guardian_id == session.principal.guardian_id:
        raise Forbidden(FORBIDDEN)
    if row.state == SignUpState.CANCELLED:
        raise Conflict(CANCELLED)
    row.came_at = (row.came_at or clock.now()) if fields.came else None


async def count_walk_in(session: SchoolSession, activity_id: UUID, moment_id: UUID, fields: WalkInFields) -> WalkIn:
    """People who are there are counted, whatever the capacity; they take places, so the queue does not move into them.

    Raises:
        NotFound. Conflict: `doors_not_open`.
    """
    held = await hold(session, activity_id, moment_id)
    ensure(why_not_counted(*held, clock.now()))
    of = {"activity_id": activity_id, "moment_id": moment_id}
    who = session.principal
    made = WalkIn.of(who.school_id, fields, entered_by_staff_id=who.staff_id, **of)
    session.add(made)
    record(session, "activity_walk_in.counted", "activity-walk-ins", made.id, **of)
    return made


async def take_back(session: SchoolSession, row_id: UUID, version: int) -> None:
    """A wrong count goes away; the places are there again.

    Raises:
        NotFound, Stale.
    """
    held = await hold_moment_of(session, WalkIn, WALK_IN, row_id)
    row = await session.get_row(WalkIn, row_id, WALK_IN.visible(session.viewer), version=version)
    await session.delete(row)
    record(session, "activity_walk_in.deleted", "activity-walk-ins", row_id)
    if why_closed(*held, clock.now()) is None:
        await fill(session, held.moment)
