"""How plans go out."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, literal_column, or_
from sqlmodel import col

from domain.families.queries import taught_by
from domain.kernel.page import PageQuery
from domain.kernel.principal import today
from domain.kernel.read import Document, Listing, Reading, looked_up
from domain.plans.models.agreements import PlanAgreement
from domain.plans.models.approvals import PlanApproval
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan, CommunicationPlanRead
from domain.plans.models.student_wishes import StudentWishes
from domain.plans.models.words import PlanStatus
from domain.plans.queries.options import OPTIONS
from domain.plans.queries.parts import AGREEMENTS, APPROVALS, FIRST, GUARDIAN_WISHES, STUDENT_WISHES, of_plan
from domain.plans.queries.somebody import Somebody
from domain.plans.queries.visibility import sees_plan
from domain.school.models.years import AcademicSession


def _options(reading: Reading) -> ColumnElement[Any]:
    teacher = Somebody(col(CommunicationOptions.school_id), staff_id=col(CommunicationOptions.staff_id))
    of_school = col(CommunicationOptions.staff_id).is_(None)
    same_school = col(CommunicationOptions.school_id) == col(CommunicationPlan.school_id)
    theirs = or_(of_school, taught_by(teacher, col(CommunicationPlan.student_id)))
    return OPTIONS.nested(reading, same_school & theirs, of_school.desc(), col(CommunicationOptions.id))


plan_ends_on = looked_up(
    AcademicSession.ends_on,
    col(AcademicSession.school_id) == col(CommunicationPlan.school_id),
    col(AcademicSession.id) == col(CommunicationPlan.academic_session_id),
)

"""The first day after a plan."""

_status = case((plan_ends_on <= today, literal_column(f"'{PlanStatus.ENDED}'")), else_=col(CommunicationPlan.status))

PLANS = Document(
    CommunicationPlanRead,
    CommunicationPlan,
    visible=lambda viewer: sees_plan(viewer, col(CommunicationPlan.student_id)),
    computed={
        "ends_on": lambda _: plan_ends_on,
        "status": lambda _: _status,
        "options": _options,
        "student_wishes": lambda reading: STUDENT_WISHES.nested(reading, of_plan(StudentWishes)).op("->")(FIRST),
        "guardian_wishes": lambda reading: GUARDIAN_WISHES.nested(
            reading, of_plan(GuardianWishes), col(GuardianWishes.id)
        ),
        "agreements": lambda reading: AGREEMENTS.nested(reading, of_plan(PlanAgreement), col(PlanAgreement.id)),
        "agreed_by": lambda reading: APPROVALS.nested(reading, of_plan(PlanApproval), col(PlanApproval.id)),
    },
)


class PlanQuery(PageQuery):
    """Which plans."""

    student_id: UUID | None = None
    status: PlanStatus | None = None


PLAN_LISTING = Listing(
    PLANS,
    sorts={"review_on": col(CommunicationPlan.review_on), "created_at": col(CommunicationPlan.created_at)},
    filters={"status": lambda given: _status == given},
)
