"""A look ahead: who would get what, before anything is sent."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError
from sqlmodel import Field, SQLModel

from domain.kernel.row import Fields
from domain.messaging.models.message_reads import ReasonRead
from domain.messaging.models.words import MessageKind
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic, Urgency
from domain.plans.models.words import Party
from domain.school.models.words import InterpreterMode

OF_TALKS = (
    *(MessageKind.INVITATION, MessageKind.CHANGE, MessageKind.CANCELLATION, MessageKind.REMINDER),
    *(MessageKind.QUESTION, MessageKind.THANK_YOU, MessageKind.AGREEMENTS, MessageKind.FOLLOW_UP),
)
OF_ROUNDS = (MessageKind.ROUND_OPENED, MessageKind.ROUND_TIMES, MessageKind.ROUND_CANCELLED)
OF_ACTIVITIES = tuple(kind for kind in MessageKind if kind.startswith("activity_"))
OF_VISITS = tuple(kind for kind in MessageKind if kind.startswith("home_visit_"))
_KINDS = {
    "conversation_id": OF_TALKS,
    "round_id": OF_ROUNDS,
    "activity_id": OF_ACTIVITIES,
    "home_visit_id": OF_VISITS,
}
"""By what a message is about."""


class PreviewQuery(Fields):
    """What would be sent."""

    kind: MessageKind = Described(description="Of what is named: a conversation, a round, an activity or a visit.")
    conversation_id: UUID | None = None
    round_id: UUID | None = None
    activity_id: UUID | None = Described(None, description="Families it is meant for, as far as the caller knows them.")
    home_visit_id: UUID | None = None
    at: AwareDatetime | None = Described(None, description="As if it were then; now when left out.")

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Self:
        named = [kinds for name, kinds in _KINDS.items() if getattr(self, name)]
        if len(named) != 1:
            raise PydanticCustomError("one_subject", "Name one thing: a conversation, a round, an activity or a visit.")
        if self.kind not in named[0]:
            raise PydanticCustomError("kind_does_not_fit", "This kind of message is about something else.")
        return self


class PreviewNamed(SQLModel):
    """Somebody of a family."""

    student_id: UUID
    guardian_id: UUID | None
    name: str


class PreviewPerson(PreviewNamed):
    """How somebody would be reached."""

    party: Party
    channel: ContactChannel | None = Field(description="Null: no way is open; somebody of the school finds one.")
    further: list[ContactChannel]
    languages: list[str]
    earliest: datetime
    interpreter: InterpreterMode | None
    wants_interpreter: bool
    sender_id: UUID | None
    reasons: list[ReasonRead]
    would_help: list[ReasonRead] = Field(description="What would open a way; empty when there is one.")


class PreviewLeftOut(PreviewNamed):
    """Somebody who would hear nothing of it, and why."""

    reasons: list[ReasonRead]


class PreviewTotals(SQLModel):
    """How many families by what; a family whose people are reached in two ways counts for both."""

    families: int
    people: int
    unreached_families: int = Field(description="Nobody of them can be reached: a person finds a way.")
    by_channel: dict[ContactChannel, int]
    by_language: dict[str, int]


class Preview(SQLModel):
    """Who would get what, how, when, in which language, and why."""

    kind: MessageKind
    topic: Topic
    urgency: Urgency
    moment: datetime
    is_paused: bool = Field(description="Nothing would leave before the school speaks again.")
    totals: PreviewTotals
    people: list[PreviewPerson]
    left_out: list[PreviewLeftOut]
