"""Changing how many come, and cancelling: who waits moves up."""

from uuid import UUID

from domain.activities.actions.holding import Held, hold_moment_of
from domain.activities.actions.moving_up import fill, tell
from domain.activities.models.coming import ComingFields, SignUpState
from domain.activities.models.sign_ups import SignUp
from domain.activities.queries.places import places_left
from domain.activities.queries.sign_ups import SIGN_UP
from domain.activities.rules.signing_up import CANCELLED, TOO_MANY, check_along, ensure, why_closed
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession


async def change_numbers(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Fewer make room for who waits. More need that many places; who waits keeps its place in the queue.

    Raises:
        NotFound, Stale. Invalid: `nobody_along`. Conflict: `not_enough_places`, `sign_up_cancelled`, and as `cancel`.
    """
    held, row = await _open(session, row_id, version)
    if row.state == SignUpState.CANCELLED:
        raise Conflict(CANCELLED)
    fields = row.patched(ComingFields, patch)
    check_along(held.activity, fields)
    left, before = await places_left(session, held.moment), row.people
    row.take(fields)
    if row.state == SignUpState.SIGNED_UP and left is not None and row.people - before > max(left, 0):
        raise Conflict(TOO_MANY)
    await fill(session, held.moment)
    tell(session, "changed", row)


async def cancel(session: SchoolSession, row_id: UUID) -> None:
    """Nobody owes a reason; who waits moves up. Again changes nothing.

    Raises:
        NotFound. Conflict: `sign_up_not_open`, `moment_over`.
    """
    held, row = await _open(session, row_id)
    if row.state != SignUpState.CANCELLED:
        row.state = SignUpState.CANCELLED
        tell(session, "cancelled", row)
        await fill(session, held.moment)


async def _open(session: SchoolSession, row_id: UUID, version: int | None = None) -> tuple[Held, SignUp]:
    """The moment first, and only then the sign-up: so it is read as the one before left it."""
    held = await hold_moment_of(session, SignUp, SIGN_UP, row_id)
    row = await session.get_row(SignUp, row_id, SIGN_UP.visible(session.viewer), version=version)
    ensure(why_closed(*held, clock.now()))
    return held, row
