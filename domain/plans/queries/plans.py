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


def listed_options(options: Document, reading: Reading) -> ColumnElement[Any]:
    """Those of the school first, then of those who teach the student."""
    teacher = Somebody(col(CommunicationOptions.school_id), staff_id=col(CommunicationOptions.staff_id))
    of_school = col(CommunicationOptions.staff_id).is_(None)
    same_school = col(CommunicationOptions.school_id) == col(CommunicationPlan.school_id)
    theirs = or_(of_school, taught_by(teacher, col(CommunicationPlan.student_id)))
    return options.nested(reading, same_school & theirs, of_school.desc(), col(CommunicationOptions.id))


def of_school_year(column: Any) -> ColumnElement[Any]:
    """Of the school year of a plan."""
    return looked_up(
        column,
        col(AcademicSession.school_id) == col(CommunicationPlan.school_id),
        col(AcademicSession.id) == col(CommunicationPlan.academic_session_id),
    )


plan_ends_on = of_school_year(AcademicSession.ends_on)

"""The first day after a plan."""

_status = case((plan_ends_on <= today, literal_column(f"'{PlanStatus.ENDED}'")), else_=col(CommunicationPlan.status))

PLANS = Document(
    CommunicationPlanRead,
    CommunicationPlan,
    visible=lambda viewer: sees_plan(viewer, col(CommunicationPlan.student_id)),
    computed={
        "ends_on": lambda _: plan_ends_on,
        "status": lambda _: _status,
        "options": lambda reading: listed_options(OPTIONS, reading),
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
