"""What is true of those who are named in a request."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
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
    asked = {
        "of_school": round_.school_id,
        "of_round": round_.id,
        "of_students": fields.student_ids,
        "of_guardian": session.principal.guardian_id if by_family else None,
    }
    children = [await _ids(session, _children(), asked | {"of_family": one}) for one in fields.family_ids]
    return Known(
        children=set.intersection(*children),
        deciding_alone=await _ids(session, _deciding_alone(), asked),
        teaching=await teaching(session, round_, fields.student_ids),
        kept_apart=frozenset(fields.family_ids) in await kept_apart_in(session, round_),
    )


async def teaching(session: SchoolSession, round_: ConferenceRound, student_ids: Sequence[UUID]) -> set[UUID]:
    """The round's staff who teach one of these students, or care for all."""
    asked = {"of_school": round_.school_id, "of_round": round_.id, "of_students": list(student_ids)}
    return await _ids(session, _teaching(), asked)


_SCHOOL, _ROUND = bindparam("of_school", type_=Uuid), bindparam("of_round", type_=Uuid)
_FAMILY, _GUARDIAN = bindparam("of_family", type_=Uuid), bindparam("of_guardian", type_=Uuid)
_STUDENTS = func.any(bindparam("of_students", type_=ARRAY(Uuid)))


def _named(student: Any) -> ColumnElement[bool]:
    return and_(student.school_id == _SCHOOL, student.id == _STUDENTS)


@cache
def _children() -> Select[UUID]:
    family, student = another(ConferenceFamily), col(Student.id)
    this = (family.c.school_id == _SCHOOL, family.c.round_id == _ROUND, family.c.id == _FAMILY)
    informed = or_(_GUARDIAN.is_(None), is_informed(_SCHOOL, _GUARDIAN, student))
    return select(student).where(_named(Student), there_is(family, *this, is_child_of(family.c, Student)), informed)


@cache
def _deciding_alone() -> Select[UUID]:
    return select(col(Student.id)).where(_named(Student), decides_alone(Student, _ROUND))


@cache
def _teaching() -> Select[UUID]:
    staff_id, student = col(StaffMember.id), another(Student)
    in_round = (col(ConferenceStaff.school_id) == _SCHOOL, col(ConferenceStaff.round_id) == _ROUND)
    teaches = there_is(student, _named(student.c), taught_by(Somebody(_SCHOOL, staff_id=staff_id), student.c.id))
    return select(staff_id).where(
        col(StaffMember.school_id) == _SCHOOL,
        there_is(ConferenceStaff, *in_round, col(ConferenceStaff.staff_id) == staff_id),
        or_(col(StaffMember.function).in_(CARING), teaches),
    )


async def kept_apart_in(session: SchoolSession, round_: ConferenceRound) -> set[frozenset[UUID]]:
    """The pairs of families that had better not meet, as the office said."""
    apart = ConferenceSeparation
    mine = (col(apart.school_id) == round_.school_id, col(apart.round_id) == round_.id)
    pairs = await session.execute(select(col(apart.first_family_id), col(apart.second_family_id)).where(*mine))
    return {frozenset(pair) for pair in pairs}


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
    if len(found) != 1 or frozenset([family_id, *found]) in await kept_apart_in(session, round_):
        return None
    return found[0]


def _has(family: Any, student_id: UUID) -> ColumnElement[bool]:
    student = another(Student)
    return there_is(student, student.c.id == student_id, is_child_of(family, student.c))


async def _ids(session: SchoolSession, statement: Select[UUID], asked: dict[str, Any] | None = None) -> set[UUID]:
    return set((await session.execute(statement, asked)).scalars())
