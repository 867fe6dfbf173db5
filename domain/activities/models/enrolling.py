"""What is needed to turn a lead into an enrolment conversation."""

from uuid import UUID

from pydantic import Field

from domain.catalogue.models.words import Channel
from domain.conversations.models.conversations import TimeFields
from domain.families.models.guardianships import Relationship
from domain.families.models.students import StudentFields
from domain.kernel.row import Fields
from domain.kernel.text import Line
from domain.school.models import InterpreterMode


class EnrolledParent(Fields):
    """The parent as the school writes names; language and the way to reach come from the lead."""

    given_name: Line
    family_name: Line
    relationship: Relationship = Relationship.PARENT


class EnrolmentFields(TimeFields):
    """Who enrols, and when the talk is."""

    student: StudentFields
    guardian: EnrolledParent
    head_id: UUID = Field(description="Who of the staff welcomes the family: the head, or who does so in their name.")
    channel: Channel = Channel.IN_PERSON
    room_id: UUID | None = None
    interpreter_mode: InterpreterMode | None = None
