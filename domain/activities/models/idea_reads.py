"""Bringing an idea, answering it, saying what was done with it; and how it goes out."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from domain.activities.models.ideas import IdeaFields, IdeaStatus
from domain.conferences.models.words import Via
from domain.kernel.row import Fields, RowRead
from domain.kernel.text import LanguageTag, Paragraph


class IdeaBroughtFields(IdeaFields):
    """What a parent brings, by themselves or through somebody of the staff."""

    guardian_id: UUID | None = Field(
        None, description="Staff only: whose idea it is. Without it nobody asked for a name, as in a chat at the gate."
    )


class IdeaAnswerFields(Fields):
    """What the team says to an idea."""

    words: Paragraph = Field(schema_extra={"examples": ["Goed idee. We bekijken het met de ouderraad."]})
    language: LanguageTag = "nl"


class IdeaOutcomeFields(IdeaAnswerFields):
    """What the school did with an idea."""

    activity_id: UUID | None = Field(None, description="The activity that came of it.")


class IdeaRead(RowRead, IdeaFields):
    """An idea. Other parents never find whose it is."""

    guardian_id: UUID | None = Field(description="For the team and for whom it is; null for everybody else.")
    student_id: UUID | None = Field(description="Likewise, when a student brought it.")
    entered_by_id: UUID | None = Field(description="Who of the staff wrote it down; for the team only.")
    is_mine: bool
    via: Via
    status: IdeaStatus
    support_count: int = Field(ge=0, description="Parents who find this a good idea too; who they are is not told.")
    i_support: bool
    answer: Paragraph | None
    answer_language: LanguageTag | None
    answered_by_id: UUID | None
    answered_at: datetime | None
    outcome: Paragraph | None = Field(description="What the school did with it.")
    outcome_language: LanguageTag | None
    outcome_activity_id: UUID | None
    reported_at: datetime | None
