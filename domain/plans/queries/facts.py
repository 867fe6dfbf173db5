"""What the rules of a plan decide on."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, Uuid, bindparam, false, func, null, or_, select, union_all
from sqlmodel import col

from domain.families.queries import reads_as_school, taught_by
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession
from domain.plans.models.agreements import PlanAgreementFields, PlanApproval
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.wishes import GuardianWishes, StudentWishes
from domain.plans.models.words import ContactChannel, Party
from domain.plans.queries.visibility import Somebody, asked_for, takes_part, values_of
from domain.plans.rules.agreeing import Inputs
from domain.plans.rules.voices import Standing
from domain.plans.rules.year import SchoolYear
from domain.school.models import AcademicSession


@cache
def _standing() -> Select[bool, bool, bool, bool]:
    viewer, student_id = asked_for(), bindparam("of_student_id", type_=Uuid)
    return select(
        reads_as_school(viewer, student_id).label("staff"),
        taught_by(viewer, student_id).label("teacher"),
        takes_part(viewer, student_id).label("guardian"),
        func.coalesce(viewer.student_id == student_id, false()).label("student"),
    )


async def standing_of(session: SchoolSession, principal: Principal, student_id: UUID) -> Standing:
    """What somebody is to this student; the same conditions as `sees_plan`."""
    asked = values_of(principal) | {"of_student_id": student_id}
    found = (await session.execute(_standing(), asked)).one()
    guardian_id = principal.guardian_id if found.guardian else None
    return Standing(found.staff, found.staff and found.teacher, guardian_id, found.student)


async def year_of(session: SchoolSession, academic_session_id: UUID | None) -> SchoolYear | None:
    """A school year of this school."""
    year = select(col(AcademicSession.id), col(AcademicSession.starts_on), col(AcademicSession.ends_on)).where(
        col(AcademicSession.school_id) == session.principal.school_id, col(AcademicSession.id) == academic_session_id
    )
    found = (await session.execute(year)).one_or_none()
    return SchoolYear(*found) if found else None


@cache
def _parties() -> Select[str]:
    return select(col(PlanApproval.party)).where(*_of_plan(PlanApproval), _counts(PlanApproval))


async def parties_agreed(session: SchoolSession, plan: CommunicationPlan) -> set[Party]:
    """Which of the three said yes."""
    return {Party(word) for word in (await session.execute(_parties(), _place(plan))).scalars()}


async def inputs_for(session: SchoolSession, plan: CommunicationPlan, agreement: PlanAgreementFields) -> Inputs:
    """What both sides brought in for this agreement."""
    wished = await _wishes(session, plan)
    return Inputs(
        school=await _offered(session, None),
        answerer=await _offered(session, agreement.answered_by_id) if agreement.answered_by_id else None,
        wished=wished.get(agreement.guardian_id if agreement.party is Party.GUARDIAN else None),
        a_guardian_was_heard=any(guardian_id is not None for guardian_id in wished),
    )


@cache
def _wished_channels() -> CompoundSelect[UUID | None, list[str]]:
    guardians = select(col(GuardianWishes.guardian_id), col(GuardianWishes.channels))
    student = select(null(), col(StudentWishes.channels))
    return union_all(
        guardians.where(*_of_plan(GuardianWishes), _counts(GuardianWishes)), student.where(*_of_plan(StudentWishes))
    )


async def _wishes(session: SchoolSession, plan: CommunicationPlan) -> dict[UUID | None, frozenset[ContactChannel]]:
    """The channels that each guardian, and under None the student, wishes."""
    rows = await session.execute(_wished_channels(), _place(plan))
    return {guardian_id: _channels(channels) for guardian_id, channels in rows}


def _of_plan(part: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    school_id, plan_id = (bindparam(name, type_=Uuid) for name in ("school_id", "plan_id"))
    return col(part.school_id) == school_id, col(part.plan_id) == plan_id


def _counts(part: Any) -> ColumnElement[bool]:
    """What a guardian said counts while that guardian takes part in the plan."""
    guardian = Somebody(col(part.school_id), guardian_id=col(part.guardian_id))
    return or_(col(part.guardian_id).is_(None), takes_part(guardian, bindparam("of_student_id", type_=Uuid)))


def _place(plan: CommunicationPlan) -> dict[str, UUID]:
    return {"school_id": plan.school_id, "plan_id": plan.id, "of_student_id": plan.student_id}


async def _offered(session: SchoolSession, staff_id: UUID | None) -> frozenset[ContactChannel] | None:
    whose = col(CommunicationOptions.staff_id)
    options = select(col(CommunicationOptions.channels)).where(
        col(CommunicationOptions.school_id) == session.principal.school_id,
        whose.is_(None) if staff_id is None else whose == staff_id,
    )
    found = (await session.execute(options)).scalar_one_or_none()
    return None if found is None else _channels(found)


def _channels(words: Sequence[str]) -> frozenset[ContactChannel]:
    return frozenset(map(ContactChannel, words))
