"""Entering that one spoke, and taking it back."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.families.models import Guardianship, Student
from domain.families.queries import not_ended, reads_as_school
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, FORBIDDEN, Conflict, Detail, Forbidden, Invalid, Message
from domain.kernel.principal import today
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.reach.models.contacts import ContactFields, FamilyContact
from domain.reach.queries.contacts import CONTACTS, entered_it

UNDO = timedelta(days=1)
TOO_LATE = Message(
    "contact_stands",
    "Dit staat er langer dan een dag en kan niet meer weg.",
    "Ceci est noté depuis plus d'un jour et ne peut plus être retiré.",
    "This has stood for more than a day and can no longer be taken back.",
)


async def enter_contact(session: SchoolSession, fields: ContactFields) -> Row:
    """Somebody of the staff spoke with this family, today.

    Raises:
        NotFound: a student whom the caller does not teach.
        Invalid: a guardian of another student.
    """
    await session.get_row(Student, fields.student_id, reads_as_school(session.viewer, col(Student.id)))
    if fields.guardian_id and not (await session.execute(select(1).where(_is_guardian(session, fields)))).scalar():
        raise Invalid(DOES_NOT_EXIST, Detail("/guardian_id", DOES_NOT_EXIST))
    met_on = (await session.execute(select(today))).scalar_one()
    return await CONTACTS.create(session, fields, staff_id=session.principal.staff_id, met_on=met_on)


async def undo_contact(session: SchoolSession, row_id: UUID, version: int) -> None:
    """Who entered it takes it back, within a day.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`.
        Forbidden: somebody else entered it.
        Conflict: it was entered more than a day ago.
    """
    row = await CONTACTS.get(session, row_id, version)
    mine = select(1).select_from(FamilyContact).where(col(FamilyContact.id) == row_id, entered_it(session.viewer))
    if not (await session.execute(mine)).scalar():
        raise Forbidden(FORBIDDEN)
    if row.created_at is None or clock.now() - row.created_at > UNDO:
        raise Conflict(TOO_LATE)
    await CONTACTS.remove(session, row_id, version)


def _is_guardian(session: SchoolSession, fields: ContactFields) -> ColumnElement[bool]:
    link = select(1).where(
        col(Guardianship.school_id) == session.principal.school_id,
        col(Guardianship.student_id) == fields.student_id,
        col(Guardianship.guardian_id) == fields.guardian_id,
        not_ended(col(Guardianship.ended_on)),
    )
    return link.exists()
