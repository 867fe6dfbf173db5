"""What was agreed. It stays in sight at the next conversation about the student until it is done."""

from datetime import date, datetime
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import ParticipantRole
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class AgreementFields(Fields):
    """Who does what, by when."""

    what: Line = Field(schema_extra={"examples": ["Elke avond tien minuten samen lezen."]})
    who: ParticipantRole = Field(sa_type=WORD, description="Who does it; the school does something too.")
    participant_id: UUID | None = reference("conversation_participants", default=None)
    by_on: date | None = None


class AgreementChangeFields(AgreementFields):
    """An agreement later on."""

    done_at: AwareDatetime | None = Field(None, sa_type=MOMENT, description="When it was done; null opens it again.")


class Agreement(Row, AgreementChangeFields, table=True):
    __tablename__ = "agreements"
    __table_args__ = (Index(None, "school_id", "conversation_id"), Index(None, "school_id", "student_id", "id"))

    conversation_id: UUID = reference("conversations", cascade=True)
    student_id: UUID = reference("students", cascade=True)


class AgreementRead(RowRead, AgreementFields):
    """An agreement as it goes out."""

    conversation_id: UUID
    student_id: UUID
    done_at: datetime | None


class Agreements(SQLModel):
    """All agreements of a conversation."""

    items: list[AgreementRead]
    next_cursor: None = Field(default=None, description="They are one page.")
