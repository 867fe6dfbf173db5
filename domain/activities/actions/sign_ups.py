"""Signing up for a moment."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.actions.holding import Held, hold
from domain.activities.actions.moving_up import fill, tell
from domain.activities.models.coming import EnteredHow, SignUpFields, SignUpState
from domain.activities.models.sign_ups import SignUp
from domain.activities.queries.activities import get_activity
from domain.activities.queries.who_comes import Coming, who_comes
from domain.activities.rules.signing_up import ALREADY, check_along, ensure, is_at_the_door, why_no_sign_up
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, NotFound
from domain.kernel.session import SchoolSession


async def sign_up(
    session: SchoolSession, activity_id: UUID, fields: SignUpFields, by_family: EnteredHow = EnteredHow.APP
) -> SignUp:
    """Take places for all of them, or stand in the queue. `by_family` is how it came in when they say it themselves.

    Raises:
        NotFound, Invalid: as `who_comes`; `nobody_along`; `unknown_reference` for the moment.
        Conflict: `sign_up_not_open`, `moment_over`, `no_sign_up_needed`, `already_signed_up`, `no_child_here`.
    """
    held = await _hold(session, activity_id, fields.moment_id)
    ensure(why_no_sign_up(*held, clock.now()))
    check_along(held.activity, fields)
    coming = await who_comes(session, fields)
    await ensure_not_twice(session, held, coming.guardian_id, coming.student_id)
    made = _row(session, held, fields, coming, by_family)
    session.add(made)
    await fill(session, held.moment, newcomer=made)
    tell(session, "made", made)
    return made


async def _hold(session: SchoolSession, activity_id: UUID, moment_id: UUID) -> Held:
    """What the address names is not found; what the body names is wrong."""
    try:
        return await hold(session, activity_id, moment_id)
    except NotFound:
        await get_activity(session, activity_id)
        raise Invalid(DOES_NOT_EXIST, Detail("/moment_id", DOES_NOT_EXIST)) from None


async def ensure_not_twice(
    session: SchoolSession, held: Held, guardian_id: UUID | None, student_id: UUID | None
) -> None:
    """No sign-up of theirs stands for this moment; a guardian's is not the other's, nor the student's.

    Raises:
        Conflict: `already_signed_up`.
    """
    here = (col(SignUp.school_id) == held.moment.school_id, col(SignUp.moment_id) == held.moment.id)
    of_student = col(SignUp.guardian_id).is_(None) & (col(SignUp.student_id) == student_id)
    theirs = col(SignUp.guardian_id) == guardian_id if guardian_id else of_student
    standing = select(col(SignUp.id)).where(*here, theirs, col(SignUp.state) != SignUpState.CANCELLED)
    if await session.scalar(standing):
        raise Conflict(ALREADY)


def _row(session: SchoolSession, held: Held, fields: SignUpFields, coming: Coming, by_family: EnteredHow) -> SignUp:
    """Waiting, like everybody who comes: there may be room at once."""
    by_school = EnteredHow.ON_THE_DAY if is_at_the_door(held.moment, clock.now()) else EnteredHow.STAFF
    return SignUp.of(
        session.principal.school_id,
        fields.numbers,
        activity_id=held.activity.id,
        moment_id=held.moment.id,
        guardian_id=coming.guardian_id,
        student_id=coming.student_id,
        entered=by_family if coming.by_family else by_school,
        entered_by_staff_id=None if coming.by_family else session.principal.staff_id,
    )
