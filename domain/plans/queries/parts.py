"""How the parts of a plan go out."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, false, literal_column, null, true
from sqlmodel import col

from domain.kernel.read import Document
from domain.plans.models.agreements import PlanAgreement, PlanAgreementRead
from domain.plans.models.approvals import PlanApproval, PlanApprovalRead
from domain.plans.models.guardian_wishes import GuardianWishes, GuardianWishesRead
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.student_wishes import StudentWishes, StudentWishesRead
from domain.plans.queries.visibility import meant_for

STUDENT_WISHES = Document(
    StudentWishesRead, StudentWishes, visible=lambda viewer: meant_for(viewer, StudentWishes, null(), wishes=true())
)

GUARDIAN_WISHES = Document(
    GuardianWishesRead,
    GuardianWishes,
    visible=lambda viewer: meant_for(viewer, GuardianWishes, col(GuardianWishes.guardian_id), wishes=true()),
)

AGREEMENTS = Document(
    PlanAgreementRead,
    PlanAgreement,
    visible=lambda viewer: meant_for(viewer, PlanAgreement, col(PlanAgreement.guardian_id), wishes=false()),
)

APPROVALS = Document(
    PlanApprovalRead,
    PlanApproval,
    visible=lambda viewer: meant_for(viewer, PlanApproval, col(PlanApproval.guardian_id), wishes=false()),
)


def of_plan(part: Any) -> ColumnElement[bool]:
    same_school = col(part.school_id) == col(CommunicationPlan.school_id)
    return and_(same_school, col(part.plan_id) == col(CommunicationPlan.id))


FIRST = literal_column("0", Integer)
