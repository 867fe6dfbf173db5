"""Who of the staff takes part, when, and where; and the interpreters."""

from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conferences.models.windows import MOST_WINDOWS, Window
from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import Line


class StaffPlace(Fields):
    """In which room of the round somebody sits in a session."""

    session_id: UUID
    room_id: UUID


class StaffTimeFields(Fields):
    """When somebody of the staff can, and how long in a row."""

    available: list[Window] | None = Field(
        default=None,
        sa_type=JSONB(none_as_null=True),
        max_length=MOST_WINDOWS,
        description="Null: in every session on their teaching days.",
    )
    breaks: list[Window] = Field(default=[], sa_type=JSONB, max_length=MOST_WINDOWS)
    longest_run_minutes: int = Field(90, ge=10, le=480, description="Of talks one after another (R15).")
    shortest_break_minutes: int = Field(10, ge=5, le=60)


class ConferenceStaffFields(StaffTimeFields):
    """Somebody of the staff in a round."""

    staff_id: UUID = reference("staff_members")
    places: list[StaffPlace] = Field(default=[], sa_type=JSONB, max_length=MOST_WINDOWS)


class ConferenceStaff(Row, ConferenceStaffFields, table=True):
    __tablename__ = "conference_staff"
    __table_args__ = (Index("conference_staff_once", "school_id", "round_id", "staff_id", unique=True),)

    round_id: UUID = reference("conference_rounds", cascade=True)
    available: list[dict[str, Any]] | None = Field(  # type: ignore[assignment]  # as columns keep it
        default=None, sa_type=JSONB(none_as_null=True)
    )


class ConferenceStaffRead(RowRead, ConferenceStaffFields):
    """Somebody of the staff in a round, as it goes out."""

    round_id: UUID
    given_name: Line
    family_name: Line


class ConferenceStaffList(SQLModel):
    """All staff of a round."""

    items: list[ConferenceStaffRead]


class ClassStaffAddFields(Fields):
    """Whose staff takes part."""

    class_ids: list[UUID] | None = Field(None, min_length=1, max_length=200, description="Null: all of the level.")


class ConferenceInterpreterFields(Fields):
    """An interpreter in a round."""

    interpreter_id: UUID = reference("interpreters")
    available: list[Window] = Field(sa_type=JSONB, min_length=1, max_length=MOST_WINDOWS)


class ConferenceInterpreter(Row, ConferenceInterpreterFields, table=True):
    __tablename__ = "conference_interpreters"
    __table_args__ = (Index("conference_interpreters_once", "school_id", "round_id", "interpreter_id", unique=True),)

    round_id: UUID = reference("conference_rounds", cascade=True)


class ConferenceInterpreterRead(RowRead, ConferenceInterpreterFields):
    """An interpreter in a round, as it goes out."""

    round_id: UUID
    given_name: Line
    family_name: Line


class ConferenceInterpreters(SQLModel):
    """All interpreters of a round."""

    items: list[ConferenceInterpreterRead]
