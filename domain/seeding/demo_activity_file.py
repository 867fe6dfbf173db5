"""Activities in the file of the demo school, ideas of parents, and a family that is not enrolled yet."""

from datetime import date
from uuid import UUID

from pydantic import Field

from domain.activities.models.activities import ActivityFields
from domain.activities.models.coming import ComingFields
from domain.activities.models.evaluations import EvaluatedFields, Remark, TallyFields
from domain.activities.models.helping import ActivityHelperFields
from domain.activities.models.ideas import IdeaFields
from domain.activities.models.leads import LeadFields, LeadPlaceFields
from domain.activities.models.moments import ActivityMomentFields
from domain.activities.models.tour_guides import TourGuideFields
from domain.activities.models.tour_stops import TourStopFields
from domain.activities.models.words import ActivityStatus
from domain.kernel.text import Paragraph
from domain.seeding.demo_keys import Keyed


class DemoMoment(Keyed, ActivityMomentFields): ...


class DemoHelper(Keyed, ActivityHelperFields): ...


class DemoSignUp(Keyed, ComingFields):
    """Of one guardian; the order in the file is that of the queue."""

    moment_id: UUID
    guardian_id: UUID
    student_id: UUID | None = None
    waits: bool = False


class DemoStop(Keyed, TourStopFields): ...


class DemoGuide(Keyed, TourGuideFields): ...


class DemoEvaluation(EvaluatedFields, TallyFields):
    """As the team closed it."""

    remarks: list[Remark]


class DemoActivity(Keyed, ActivityFields):
    """With all that belongs to it, as far as it has come."""

    status: ActivityStatus
    staff_id: UUID
    activity_moments: list[DemoMoment] = Field(default=[])
    activity_helpers: list[DemoHelper] = Field(default=[])
    activity_sign_ups: list[DemoSignUp] = Field(default=[])
    tour_stops: list[DemoStop] = Field(default=[])
    tour_guides: list[DemoGuide] = Field(default=[])
    evaluation: DemoEvaluation | None = None


class DemoIdea(Keyed, IdeaFields):
    """Brought by a guardian, or written down by somebody of the staff after a chat."""

    guardian_id: UUID | None = None
    staff_id: UUID | None = None
    guardian_ids: list[UUID] = Field(default=[], description="Who finds it a good idea too.")
    answer: Paragraph | None = None


class DemoLead(Keyed, LeadFields):
    keep_until: date
    tour_lead_places: list[LeadPlaceFields] = Field(default=[])
