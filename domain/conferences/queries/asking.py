"""What is true of those who are named in a request."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, literal, or_, select
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import RequestFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.separations import ConferenceSeparation
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.queries.people import decides_alone, is_child_of, is_informed
from domain.conferences.rules.requesting import Known
from domain.families.models import Student
from domain.families.queries import taught_by
from domain.kernel.read import another, there_is
from domain.kernel.session import SchoolSession
from domain.plans.queries.somebody import Somebody
from domain.school.models import StaffMember
from domain.school.models.staff import StaffFunction

CARING = (StaffFunction.CARE_COORDINATOR, StaffFunction.HEAD, StaffFunction.BRIDGE_WORKER)
"""Who may be asked about any student."""


async def known_of(
    session: SchoolSession, round_: ConferenceRound, fields: RequestFields, *, by_family: bool = False
) -> Known:
    """About whom these families are asked, who is of age, who teaches, and who is kept apart.

    A guardian asks about the children of whom they themselves are informed.
    """
    named = (col(Student.school_id) == round_.school_id, col(Student.id).in_(fields.student_ids))
    of_all = [_child_of(round_, family_id) for family_id in fields.family_ids]
    if by_family:
        of_all.append(is_informed(round_.school_id, session.principal.guardian_id, col(Student.id)))
    students = select(col(Student.id)).where(*named)
    return Known(
        children=await _ids(session, students.where(*of_all)),
        deciding_alone=await _ids(session, students.where(decides_alone(Student, round_.id))),
        teaching=await _ids(session, teaching(round_, fields.student_ids)),
        kept_apart=len(fields.family_ids) > 1 and await are_kept_apart(session, fields.family_ids),
    )


def teaching(round_: ConferenceRound, student_ids: Sequence[UUID]) -> Any:
    """Ids of the round's staff who teach one of these students, or care for all."""
    staff_id = col(StaffMember.id)
    takes_part = (col(ConferenceStaff.school_id) == round_.school_id, col(ConferenceStaff.round_id) == round_.id)
    teaches = [taught_by(Somebody(round_.school_id, staff_id=staff_id), literal(one)) for one in student_ids]
    cares = col(StaffMember.function).in_(CARING)
    return select(staff_id).where(
        col(StaffMember.school_id) == round_.school_id,
        there_is(ConferenceStaff, *takes_part, col(ConferenceStaff.staff_id) == staff_id),
        or_(cares, *teaches),
    )


async def are_kept_apart(session: SchoolSession, family_ids: Sequence[UUID]) -> bool:
    """The office said that these two had better not meet."""
    apart = ConferenceSeparation
    pair = (col(apart.first_family_id).in_(family_ids), col(apart.second_family_id).in_(family_ids))
    mine = col(apart.school_id) == session.principal.school_id
    return (await session.execute(select(col(apart.id)).where(mine, *pair))).first() is not None


async def other_household(
    session: SchoolSession, round_: ConferenceRound, family_id: UUID, student_ids: Sequence[UUID]
) -> UUID | None:
    """The one other family of the round that is asked about all these children, unless the two are kept apart."""
    others = select(col(ConferenceFamily.id)).where(
        col(ConferenceFamily.school_id) == round_.school_id,
        col(ConferenceFamily.round_id) == round_.id,
        col(ConferenceFamily.id) != family_id,
        *(_has(ConferenceFamily, one) for one in student_ids),
    )
    found = list(await _ids(session, others))
    if len(found) != 1 or await are_kept_apart(session, [family_id, *found]):
        return None
    return found[0]


def _has(family: Any, student_id: UUID) -> ColumnElement[bool]:
    student = another(Student)
    return there_is(student, student.c.id == student_id, is_child_of(family, student.c))


def _child_of(round_: ConferenceRound, family_id: UUID) -> ColumnElement[bool]:
    family = another(ConferenceFamily)
    this = (family.c.school_id == round_.school_id, family.c.round_id == round_.id, family.c.id == family_id)
    return there_is(family, *this, is_child_of(family.c, Student))


async def _ids(session: SchoolSession, statement: Any) -> set[UUID]:
    return set((await session.execute(statement)).scalars())
