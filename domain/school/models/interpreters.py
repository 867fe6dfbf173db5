"""The people who interpret for a school."""

from typing import Literal

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import Fields, Row, RowRead
from domain.kernel.text import LanguageTag, Line
from domain.school.models.words import InterpreterMode


class InterpreterFields(Fields):
    """Somebody who interprets. Never a student, never a minor (R21)."""

    given_name: Line
    family_name: Line
    languages: list[LanguageTag] = Field(sa_type=JSONB, min_length=1, schema_extra={"examples": [["ar", "fr"]]})
    modes: list[InterpreterMode] = Field(["on_site"], sa_type=JSONB, min_length=1)
    is_professional: bool = Field(default=True, description="Trained and bound to a code; needed for a hard subject.")
    organisation: Line | None = None
    email: Email | None = None
    phone: Phone | None = None
    of_age: Literal[True] = Field(description="Confirms that this person is 18 or older.")


class Interpreter(Row, InterpreterFields, table=True):
    __tablename__ = "interpreters"
    __table_args__ = (Index(None, "school_id", "family_name", "id"),)

    of_age: bool = True  # type: ignore[assignment]  # a table has no column type for the one value True


class InterpreterRead(RowRead, InterpreterFields):
    """An interpreter as it goes out."""
