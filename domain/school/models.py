"""The school: its years, calendar, classes, rooms and the people who work in it. Days end exclusively (half open)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, LanguageTag, Line, Text

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]
InterpreterMode = Literal["on_site", "phone", "video"]


class Level(StrEnum):
    """kleuter, lager, secundair."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    SECONDARY = "secondary"


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise PydanticCustomError("unknown_time_zone", "This is no IANA time zone.")
    return name


TimeZone = Annotated[Line, AfterValidator(_known_zone)]

SourcedId = Annotated[str | None, Field(min_length=1, max_length=255, description="The OneRoster `sourcedId`.")]


class ExternalId(Fields):
    """What another system calls this object."""

    system: Line
    value: Line


ExternalIds = list[ExternalId]


class Interval(Fields):
    """Days from `starts_on` up to, and not including, `ends_on`."""

    starts_on: date
    ends_on: date = Field(description="The first day after it.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends_on <= self.starts_on:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self


class SchoolFields(Fields):
    """A school, which is a tenant: nothing of one school is ever seen by another."""

    name: Line = Field(schema_extra={"examples": ["Basisschool De Wissel"]})
    levels: list[Level] = Field(sa_type=JSONB, min_length=1, schema_extra={"examples": [["nursery", "primary"]]})
    time_zone: TimeZone = Field("Europe/Brussels", description="IANA name; what people read is in this zone.")
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB, description="Languages in which the team can talk.")
    email: Email | None = None
    phone: Phone | None = None
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class School(Row, SchoolFields, table=True):
    __tablename__ = "schools"
    __table_args__ = (
        CheckConstraint("school_id = id", name="is_its_own_tenant"),
        Index("schools_tenant", "school_id", unique=True),
        {"info": {"tenancy": "schools"}},
    )

    sourced_id: str | None = None


class SchoolRead(RowRead, SchoolFields):
    """A school as it goes out."""


class AcademicSessionKind(StrEnum):
    """OneRoster's session types that schools here use."""

    SCHOOL_YEAR = "school_year"
    TERM = "term"
    SEMESTER = "semester"
    GRADING_PERIOD = "grading_period"


class AcademicSessionFields(Interval):
    """A school year or a part of one."""

    title: Line = Field(schema_extra={"examples": ["2026-2027"]})
    kind: AcademicSessionKind = Field(AcademicSessionKind.SCHOOL_YEAR, sa_type=WORD)


class AcademicSession(Row, AcademicSessionFields, table=True):
    __tablename__ = "academic_sessions"
    __table_args__ = (Index(None, "school_id", "sourced_id", unique=True),)

    sourced_id: SourcedId = None


class AcademicSessionRead(RowRead, AcademicSessionFields):
    """A school year or a part of one, as it goes out."""

    sourced_id: SourcedId = None


class PeriodKind(StrEnum):
    """Why a part of the calendar is special."""

    HOLIDAY = "holiday"
    FREE_DAY = "free_day"
    STUDY_DAY = "study_day"
    BUSY = "busy"
    REPORT_WEEK = "report_week"


class CalendarPeriodFields(Interval):
    """A holiday, a local free day, a busy period or a report week."""

    name: Text = Field(sa_type=TEXT)
    kind: PeriodKind = Field(sa_type=WORD)


class CalendarPeriod(Row, CalendarPeriodFields, table=True):
    __tablename__ = "calendar_periods"
    __table_args__ = (Index(None, "school_id", "starts_on"),)


class CalendarPeriodRead(RowRead, CalendarPeriodFields):
    """A special part of the calendar, as it goes out."""


class SchoolClassFields(Fields):
    """A class of a school year."""

    title: Line = Field(schema_extra={"examples": ["3B"]})
    level: Level = Field(sa_type=WORD)
    grade: Line | None = Field(None, description="As the school calls it, such as `L3`.")
    academic_session_id: UUID | None = reference("academic_sessions", default=None)


class SchoolClass(Row, SchoolClassFields, table=True):
    __tablename__ = "classes"
    __table_args__ = (Index(None, "school_id", "title"), Index(None, "school_id", "sourced_id", unique=True))

    sourced_id: SourcedId = None
    ended_on: date | None = None


class ClassStaffFields(Fields):
    """Somebody who teaches a class or cares for it."""

    staff_id: UUID = reference("staff_members")
    is_primary: bool = Field(default=False, description="The class teacher.")


class ClassStaff(Row, ClassStaffFields, table=True):
    __tablename__ = "class_staff"
    __table_args__ = (
        Index("class_staff_once", "school_id", "class_id", "staff_id", unique=True),
        Index(None, "school_id", "staff_id"),
    )

    class_id: UUID = reference("classes", cascade=True)
    sourced_id: SourcedId = None
    ended_on: date | None = None


class ClassStaffRead(ClassStaffFields):
    """Somebody of a class, as it goes out."""

    given_name: Line
    family_name: Line


class SchoolClassRead(RowRead, SchoolClassFields):
    """A class as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
    staff: list[ClassStaffRead]


class RoomFields(Fields):
    """A place to talk."""

    name: Line
    capacity: int = Field(8, ge=1, le=2000, description="People.")
    step_free: bool = Field(default=True, description="Reachable with a buggy or a wheelchair.")


class Room(Row, RoomFields, table=True):
    __tablename__ = "rooms"
    __table_args__ = (Index(None, "school_id", "name"),)


class RoomRead(RowRead, RoomFields):
    """A room as it goes out."""


class StaffFunction(StrEnum):
    """What somebody does in the school."""

    TEACHER = "teacher"
    CARE_COORDINATOR = "care_coordinator"
    HEAD = "head"
    BRIDGE_WORKER = "bridge_worker"
    SECRETARY = "secretary"
    OTHER = "other"


class StaffMemberFields(Fields):
    """Somebody who works in the school."""

    given_name: Line
    family_name: Line
    function: StaffFunction = Field(StaffFunction.TEACHER, sa_type=WORD)
    email: Email | None = None
    phone: Phone | None = None
    teaching_days: list[Weekday] = Field(
        ["monday", "tuesday", "wednesday", "thursday", "friday"], sa_type=JSONB, description="Days of being there."
    )
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB)
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class StaffMember(Row, StaffMemberFields, table=True):
    __tablename__ = "staff_members"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class StaffMemberRead(RowRead, StaffMemberFields):
    """Somebody of the staff, as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None


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
