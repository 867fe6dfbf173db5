"""The people who raise students."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import WORD, Fields, Row, RowRead
from domain.kernel.text import LanguageTag, Line
from domain.school.models.identifiers import ExternalIds, SourcedId


class ReadingComfort(StrEnum):
    """How somebody likes to get a message; their own choice, never a judgement."""

    READS_EASILY = "reads_easily"
    SHORT_TEXT = "short_text"
    RATHER_HEARS = "rather_hears"


class GuardianFields(Fields):
    """A person who raises a student or helps to."""

    given_name: Line
    family_name: Line
    preferred_name: Line | None = Field(None, description="How this person likes to be addressed.")
    email: Email | None = None
    phone: Phone | None = None
    languages: list[LanguageTag] = Field(
        default=[],
        sa_type=JSONB,
        max_length=10,
        description="Spoken at ease, the best first.",
        schema_extra={"examples": [["ar", "fr"]]},
    )
    reading_comfort: ReadingComfort = Field(ReadingComfort.READS_EASILY, sa_type=WORD)
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class Guardian(Row, GuardianFields, table=True):
    __tablename__ = "guardians"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class GuardianRead(RowRead, GuardianFields):
    """A guardian as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
