"""Tables, fields and documents of plans, by noun."""

from domain.plans.models.agreements import PlanAgreement, PlanApproval
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.versions import PlanVersion, PlanVersionPart
from domain.plans.models.wishes import GuardianWishes, StudentWishes

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
