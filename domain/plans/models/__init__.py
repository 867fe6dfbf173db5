"""Tables, fields and documents of plans, by noun."""

from domain.plans.models.agreements import PlanAgreement
from domain.plans.models.approvals import PlanApproval
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.student_wishes import StudentWishes
from domain.plans.models.version_parts import PlanVersionPart
from domain.plans.models.versions import PlanVersion

__all__ = [
    "CommunicationOptions",
    "CommunicationPlan",
    "GuardianWishes",
    "PlanAgreement",
    "PlanApproval",
    "PlanVersion",
    "PlanVersionPart",
    "StudentWishes",
]
