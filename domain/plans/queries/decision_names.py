"""The names of those whom a decision speaks of, in one statement: of nobody who is not of the family or the staff."""

from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Select, Uuid, func, literal, select, union_all
from sqlmodel import col

from domain.families.models.guardians import Guardian
from domain.families.models.guardianships import Guardianship
from domain.families.models.students import Student
from domain.kernel.session import SchoolSession
from domain.plans.decision.asked import Decision
from domain.school.models.staff import StaffMember


async def names_in(session: SchoolSession, student_id: UUID, decision: Decision) -> dict[UUID, str]:
    """By id: of the student, those who raise them and the senders."""
    senders = [one.sender_id for one in decision.reached if one.sender_id]
    named = func.any(literal(senders, ARRAY(Uuid)))
    raising = select(col(Guardianship.guardian_id)).where(
        col(Guardianship.school_id) == session.principal.school_id, col(Guardianship.student_id) == student_id
    )
    found = union_all(
        _names(session, Student).where(col(Student.id) == student_id),
        _names(session, Guardian).where(col(Guardian.id).in_(raising)),
        _names(session, StaffMember).where(col(StaffMember.id) == named),
    )
    return {row.id: row.name for row in await session.execute(found)}


def _names(session: SchoolSession, table: Any) -> Select[UUID, str]:
    name = func.concat_ws(" ", col(table.given_name), col(table.family_name)).label("name")
    return select(col(table.id), name).where(col(table.school_id) == session.principal.school_id)
