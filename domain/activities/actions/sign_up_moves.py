"""A sign-up goes to another moment of the same activity, in one step."""

from sqlalchemy import text, update
from sqlmodel import col

from domain.activities.actions.holding import Held
from domain.activities.actions.moving_up import fill
from domain.activities.actions.sign_ups import ensure_not_twice
from domain.activities.models.coming import ComingThenFields, SignUpState
from domain.activities.models.sign_ups import SignUp
from domain.activities.rules.signing_up import TOO_MANY
from domain.kernel.errors import Conflict
from domain.kernel.session import SchoolSession


async def move(session: SchoolSession, row: SignUp, fields: ComingThenFields, off: Held, to: Held) -> None:
    """Last in the queue of the other moment, like everybody who comes; and who waits here moves up.

    Who had places keeps them when there is no room there: a sure place is never changed for a queue.

    Raises:
        Conflict: `already_signed_up`, `not_enough_places`.
    """
    await ensure_not_twice(session, to, row.guardian_id, row.student_id)
    had_places = row.state == SignUpState.SIGNED_UP
    row.take(fields)
    row.state = SignUpState.WAITING
    await session.flush()
    this = (col(SignUp.school_id) == row.school_id, col(SignUp.id) == row.id)
    await session.execute(update(SignUp).where(*this).values(queue_number=text("DEFAULT")))
    await fill(session, to.moment, newcomer=row)
    if had_places and row.state == SignUpState.WAITING:
        raise Conflict(TOO_MANY)
    await fill(session, off.moment)
