"""Communication plans in the file of the demo school, each with the start conversation that it comes from."""

from uuid import UUID

from pydantic import AwareDatetime
from sqlmodel import Field

from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.guardian_wishes import GuardianWishesFields
from domain.plans.models.options import CommunicationOptionsFields
from domain.plans.models.plans import CommunicationPlanFields
from domain.plans.models.student_wishes import StudentWishesFields
from domain.seeding.demo_keys import Keyed


class DemoOptions(Keyed, CommunicationOptionsFields): ...


class DemoPlan(Keyed, CommunicationPlanFields):
    """What came out of a start conversation of the student, the guardians who have wishes, and one teacher."""

    student_id: UUID
    academic_session_id: UUID
    staff_id: UUID
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    is_agreed: bool = Field(default=True, description="All three said yes when the talk was over.")
    student_wishes: StudentWishesFields
    guardian_wishes: list[GuardianWishesFields]
    agreements: list[PlanAgreementFields]
