"""What will be talked about, and who brought it."""

from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import Status
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class AgendaItemFields(Fields):
    """Something to talk about."""

    text: Line = Field(schema_extra={"examples": ["Hoe gaat het met lezen?"]})
    brought_by: ParticipantRole | None = Field(
        None, sa_type=WORD, description="Who brings it, when the staff enters it for somebody; else your own role."
    )


class AgendaItem(Row, table=True):
    __tablename__ = "agenda_points"
    __table_args__ = (Index(None, "school_id", "conversation_id"),)

    conversation_id: UUID = reference("conversations", cascade=True)
    participant_id: UUID | None = reference("conversation_participants", default=None, cascade=True)
    brought_by: ParticipantRole = Field(sa_type=WORD)
    text: str
    added_at_status: Status = Field(sa_type=WORD)


class AgendaItemRead(RowRead):
    """A point of the agenda, as it goes out. The family's points come first."""

    conversation_id: UUID
    brought_by: ParticipantRole
    text: Line
    added_at_status: Status


class Agenda(SQLModel):
    """All points of a conversation."""

    items: list[AgendaItemRead]
    next_cursor: None = Field(default=None, description="An agenda is one page.")
