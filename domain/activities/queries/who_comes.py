"""Who may sign somebody up, and for whom."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, literal, select
from sqlmodel import col

from domain.activities.models.coming import SignUpFields
from domain.families.models import Guardian, Guardianship
from domain.families.models.restrictions import RestrictionKind
from domain.families.queries import not_ended, restricted, sees_guardian
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, Message
from domain.kernel.session import SchoolSession
from domain.plans.queries.somebody import Somebody

NAME_SOMEBODY = Message(
    "guardian_needed",
    "Zeg voor welke ouder dit is.",
    "Indiquez pour quel parent c'est.",
    "Say for which parent this is.",
)
NO_CHILD = Message(
    "no_child_here",
    "We vinden geen kind met wie je kunt komen. Spreek ons even aan op school.",
    "Nous ne trouvons pas d'enfant avec qui vous pouvez venir. Parlez-en avec nous à l'école.",
    "We find no child with whom you can come. Please talk to us at school.",
)


class Coming(NamedTuple):
    """Whose sign-up it is, and whether they say it themselves."""

    guardian_id: UUID | None
    student_id: UUID | None
    by_family: bool


async def who_comes(session: SchoolSession, fields: SignUpFields) -> Coming:
    """A family signs itself up, each guardian for themselves (R17); the school names the guardian.

    Raises:
        Invalid: `guardian_needed`; `unknown_reference` for a guardian or child that the caller does not know.
        Conflict: `no_child_here`, also when a restriction keeps the guardian from every child.
    """
    who = session.principal
    guardian_id = fields.guardian_id or who.guardian_id
    if guardian_id is None:
        if who.student_id is None:
            raise Invalid(NAME_SOMEBODY, Detail("/guardian_id", NAME_SOMEBODY))
        if fields.student_id not in {None, who.student_id}:
            raise _unknown("/student_id")
        return Coming(None, who.student_id, by_family=True)
    if guardian_id != who.guardian_id and not await _knows(session, guardian_id):
        raise _unknown("/guardian_id")
    children = await _children(session, guardian_id)
    if fields.student_id and fields.student_id not in children:
        raise _unknown("/student_id")
    if not children:
        raise Conflict(NO_CHILD)
    return Coming(guardian_id, fields.student_id, by_family=guardian_id == who.guardian_id)


def _unknown(pointer: str) -> Invalid:
    return Invalid(DOES_NOT_EXIST, Detail(pointer, DOES_NOT_EXIST))


async def _knows(session: SchoolSession, guardian_id: UUID) -> bool:
    """As the school: who is a parent of the same child never signs the other parent up."""
    here = (col(Guardian.school_id) == session.principal.school_id, col(Guardian.id) == guardian_id)
    seen = select(col(Guardian.id)).where(*here, sees_guardian(session.viewer, col(Guardian.id)))
    return await session.scalar(seen) is not None


async def _children(session: SchoolSession, guardian_id: UUID) -> set[UUID]:
    """Students whom the guardian may come with."""
    school_id, who = session.principal.school_id, literal(guardian_id, Uuid)
    somebody = Somebody(literal(school_id, Uuid), guardian_id=who)
    link = (col(Guardianship.school_id) == school_id, col(Guardianship.guardian_id) == guardian_id)
    kept_away = restricted(
        somebody, col(Guardianship.student_id), RestrictionKind.NO_ATTENDANCE, RestrictionKind.NO_CONTACT
    )
    found = select(col(Guardianship.student_id)).where(*link, not_ended(col(Guardianship.ended_on)), ~kept_away)
    return set((await session.execute(found)).scalars())
