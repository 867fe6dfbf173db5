"""Changing how many come or when, and cancelling: who waits moves up."""

from uuid import UUID

from domain.activities.actions.holding import Held, hold_together, place_of
from domain.activities.actions.moving_up import fill, tell
from domain.activities.actions.sign_up_moves import move
from domain.activities.models.coming import ComingThenFields, SignUpState
from domain.activities.models.sign_ups import SignUp
from domain.activities.queries.places import places_left
from domain.activities.queries.sign_ups import SIGN_UP
from domain.activities.rules.signing_up import CANCELLED, TOO_MANY, check_along, ensure, why_closed
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, STALE, Conflict, Detail, Invalid, NotFound, Stale
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession


async def change_sign_up(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Fewer make room for who waits. More need that many places, and so does another moment.

    Raises:
        NotFound, Stale. Invalid: `nobody_along`; `unknown_reference` for the moment.
        Conflict: `not_enough_places`, `already_signed_up`, `sign_up_cancelled`, and as `cancel`.
    """
    to = patch.model_dump(exclude_unset=True).get("moment_id")
    held, row = await _open(session, row_id, version, to)
    if row.state == SignUpState.CANCELLED:
        raise Conflict(CANCELLED)
    fields = row.patched(ComingThenFields, patch)
    check_along(held[row.moment_id].activity, fields)
    if fields.moment_id == row.moment_id:
        await _change_numbers(session, held[row.moment_id], row, fields)
    else:
        await move(session, row, fields, held[row.moment_id], held[fields.moment_id])
        if session.principal.guardian_id != row.guardian_id:
            tell(session, "moved", row)
    tell(session, "changed", row)


async def _change_numbers(session: SchoolSession, held: Held, row: SignUp, fields: Fields) -> None:
    """Who waits keeps its place in the queue."""
    left, before = await places_left(session, held.moment), row.people
    row.take(fields)
    if row.state == SignUpState.SIGNED_UP and left is not None and row.people - before > max(left, 0):
        raise Conflict(TOO_MANY)
    await fill(session, held.moment)


async def cancel(session: SchoolSession, row_id: UUID) -> None:
    """Nobody owes a reason; who waits moves up. Again changes nothing.

    Raises:
        NotFound, Stale. Conflict: `sign_up_not_open`, `moment_over`.
    """
    held, row = await _open(session, row_id)
    if row.state != SignUpState.CANCELLED:
        row.state = SignUpState.CANCELLED
        tell(session, "cancelled", row)
        await fill(session, held[row.moment_id].moment)


async def _open(
    session: SchoolSession, row_id: UUID, version: int | None = None, to: UUID | None = None
) -> tuple[dict[UUID, Held], SignUp]:
    """The moments first, and only then the sign-up: so it is read as the one before left it."""
    place = await place_of(session, SignUp, SIGN_UP, row_id)
    try:
        held = await hold_together(session, place.activity_id, place.moment_id, to or place.moment_id)
    except NotFound:
        raise Invalid(DOES_NOT_EXIST, Detail("/moment_id", DOES_NOT_EXIST)) from None
    row = await session.get_row(SignUp, row_id, SIGN_UP.visible(session.viewer), version=version)
    if row.moment_id != place.moment_id:  # somebody moved it while this waited
        raise Stale(STALE)
    for one in held.values():
        ensure(why_closed(*one, clock.now()))
    return held, row
