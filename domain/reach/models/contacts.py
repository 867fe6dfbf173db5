"""A contact: somebody of the staff spoke with a family. Who, with whom, how and on which day; never what was said."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.reach.models.words import ContactKind


class ContactFields(Fields):
    """One tap. There is no place for notes: to know that one spoke, nothing more is needed."""

    student_id: UUID = reference("students", cascade=True)
    guardian_id: UUID | None = reference(
        "guardians", cascade=True, default=None, description="Null: whoever it was of the family."
    )
    kind: ContactKind = Field(sa_type=WORD)


class FamilyContact(Row, ContactFields, table=True):
    __tablename__ = "family_contacts"
    __table_args__ = (Index(None, "school_id", "student_id", "met_on"), Index(None, "school_id", "met_on", "id"))

    staff_id: UUID | None = reference("staff_members", default=None)
    """Who entered it; None: somebody of the office who stands in no list of the staff."""
    met_on: date


class ContactRead(RowRead, ContactFields):
    """A contact as it goes out."""

    staff_id: UUID | None
    met_on: date = Field(description="The day at the school; the hour is not kept.")
