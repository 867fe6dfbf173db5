"""What a student of age allows (R19)."""

from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, reference


class ConsentFields(Fields):
    """A student of 18 or more says whether parents take part in a round (R19)."""

    student_id: UUID = Field(description="Yourself, or the student whose word you write down.")
    agreed: bool = Field(description="False takes an earlier yes back.")


class ConferenceConsent(Row, table=True):
    __tablename__ = "conference_consents"
    __table_args__ = (Index("conference_consents_once", "school_id", "round_id", "student_id", unique=True),)

    round_id: UUID = reference("conference_rounds", cascade=True)
    student_id: UUID = reference("students", cascade=True)
    entered_by_staff_id: UUID | None = reference("staff_members", default=None)
