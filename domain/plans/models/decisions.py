"""What is asked of the decision over HTTP, and how its answer goes out: names, never an address or a number."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime
from sqlmodel import Field, SQLModel

from domain.kernel.row import Fields
from domain.kernel.text import Language
from domain.plans.models.contact_words import ContactChannel, Frequency
from domain.plans.models.topics import Topic, Urgency
from domain.plans.models.words import Party
from domain.school.models.words import InterpreterMode


class DecideFields(Fields):
    """What the school has to say, and to whom."""

    topic: Topic
    urgency: Urgency = Urgency.ORDINARY
    guardian_ids: list[UUID] | None = Field(None, max_length=20, description="Null: all who have a right to hear it.")
    to_student: bool = Field(default=False, description="The student as well; who is of age hears it anyway (R19).")
    sender_id: UUID | None = Field(None, description="Who of the staff it comes from; null: the school.")
    student_agreed: bool = Field(default=False, description="A student of age agreed that parents hear it (R19).")


class DecideQuery(Fields):
    """When, and how much is explained."""

    at: AwareDatetime | None = Field(None, description="Another moment than now: what would happen then?")
    explain: bool = Field(default=False, description="The reasons in nl, fr and en at once.")


class ReasonRead(SQLModel):
    """One step of the decision."""

    code: str
    detail: str | dict[Language, str] = Field(description="In the reader's language, or in all when explained.")


class LeftOutRead(SQLModel):
    """A guardian who hears nothing of it."""

    guardian_id: UUID
    name: str | None = Field(description="Null for somebody who is not of this family.")
    reasons: list[ReasonRead]


class ReachedRead(SQLModel):
    """How one person is reached."""

    party: Party
    guardian_id: UUID | None
    name: str | None
    channel: ContactChannel | None = Field(description="Null: no way is open; a person of the school finds one.")
    further: list[ContactChannel] = Field(description="When this way fails, the best first.")
    languages: list[str] = Field(description="The reader's first, Dutch beside it.")
    earliest: datetime
    local_earliest: datetime = Field(description="On the clock of the school.")
    interpreter: InterpreterMode | None
    wants_interpreter: bool
    frequency: Frequency
    sender_id: UUID | None
    sender_name: str | None = Field(description="Null: the office.")
    reasons: list[ReasonRead] = Field(description="In the order in which they were weighed.")


class DecisionRead(SQLModel):
    """How a family is reached, and why."""

    student_id: UUID
    topic: Topic
    urgency: Urgency
    moment: datetime
    time_zone: str
    reached: list[ReachedRead]
    left_out: list[LeftOutRead]
    for_school: list[ReasonRead] = Field(description="What the school has to do; empty when somebody is reached.")
