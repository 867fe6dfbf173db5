"""A student of age says whether parents take part (R19)."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.rounds import see_round
from domain.conferences.models.consents import ConferenceConsent, ConsentFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.people import is_of_level
from domain.conferences.rules.states import Deed
from domain.families.models import Student
from domain.families.queries import reads_as_school
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def say_consent(session: SchoolSession, round_id: UUID, fields: ConsentFields) -> None:
    """By the student, or by the staff who writes down the student's word; a later word replaces it.

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: when the caller does not speak for this student.
    """
    round_ = await see_round(session, round_id, Deed.REQUEST)
    me, student_id = session.principal, fields.student_id
    if student_id != me.student_id:
        await _check_speaks_for(session, round_, student_id)
    this: dict[str, Any] = {"school_id": me.school_id, "round_id": round_id, "student_id": student_id}
    said = await session.find_row(select(ConferenceConsent).filter_by(**this))
    if said and not fields.agreed:
        await session.delete(said)
    elif fields.agreed and not said:
        session.add(ConferenceConsent(**this, entered_by_staff_id=me.staff_id))
    record(session, "conference_consent.changed", "conference_rounds", round_id, student_id=student_id)


async def _check_speaks_for(session: SchoolSession, round_: ConferenceRound, student_id: UUID) -> None:
    this = (col(Student.school_id) == round_.school_id, col(Student.id) == student_id)
    theirs = (reads_as_school(session.viewer, col(Student.id)), is_of_level(Student, round_.id))
    if (await session.execute(select(col(Student.id)).where(*this, *theirs))).first() is None:
        raise Invalid(DOES_NOT_EXIST, Detail("/student_id", DOES_NOT_EXIST))
