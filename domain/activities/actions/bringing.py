"""Who brings an idea: a guardian, a student, or somebody of the staff for a guardian with or without a name."""

from typing import NamedTuple
from uuid import UUID

from sqlmodel import col

from domain.activities.actions.naming import check_named
from domain.conferences.models.words import Via
from domain.families.models import Guardian
from domain.families.queries import sees_guardian
from domain.kernel.errors import DOES_NOT_EXIST, FORBIDDEN, Detail, Forbidden, Invalid
from domain.kernel.permissions import STAFF
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession


class Bringer(NamedTuple):
    """Whose an idea is, and how it came in."""

    via: Via
    guardian_id: UUID | None = None
    student_id: UUID | None = None
    entered_by_id: UUID | None = None


async def bringer_of(session: SchoolSession, named: UUID | None, via: Via) -> Bringer:
    """Guardians and students bring their own, in this way. The staff may name a guardian whom they see, or nobody.

    Raises:
        Forbidden: for who is none of these. Invalid: `unknown_reference`.
    """
    who = session.principal
    if not who.has(*STAFF) or _is_own(who, named):
        return _as_family(who, named, via)
    await check_named(session, Guardian, named, sees_guardian(session.viewer, col(Guardian.id)), "/guardian_id")
    return Bringer(Via.STAFF, named, entered_by_id=who.staff_id)


def _as_family(who: Principal, named: UUID | None, via: Via) -> Bringer:
    if who.guardian_id is None and who.student_id is None:
        raise Forbidden(FORBIDDEN)
    if named not in {None, who.guardian_id}:
        raise Invalid(DOES_NOT_EXIST, Detail("/guardian_id", DOES_NOT_EXIST))
    if who.guardian_id:
        return Bringer(via, who.guardian_id)
    return Bringer(via, student_id=who.student_id)


def _is_own(who: Principal, named: UUID | None) -> bool:
    return named is not None and named == who.guardian_id
