"""Reads of the school, and its plain resources."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import ColumnElement, case, null, or_
from sqlmodel import col

from domain.kernel.collection import Collection
from domain.kernel.page import PageQuery
from domain.kernel.permissions import STAFF as STAFF_ROLES
from domain.kernel.permissions import SYSTEM
from domain.kernel.principal import is_one_of
from domain.kernel.read import Computed, Document, Listing, Reading, looked_up
from domain.kernel.row import PLATFORM
from domain.kernel.text import LanguageTag, Line
from domain.school.models.calendar import CalendarPeriod, CalendarPeriodFields, CalendarPeriodRead, PeriodKind
from domain.school.models.class_staff import ClassStaff, ClassStaffRead
from domain.school.models.classes import SchoolClass, SchoolClassFields, SchoolClassRead
from domain.school.models.interpreters import Interpreter, InterpreterFields, InterpreterRead
from domain.school.models.rooms import Room, RoomFields, RoomRead
from domain.school.models.schools import School, SchoolFields, SchoolRead
from domain.school.models.staff import StaffFunction, StaffMember, StaffMemberFields, StaffMemberRead
from domain.school.models.words import InterpreterMode, Level, Weekday
from domain.school.models.years import AcademicSession, AcademicSessionFields, AcademicSessionRead


def _of_staff(column: Any) -> ColumnElement[Any]:
    same_school = col(StaffMember.school_id) == col(ClassStaff.school_id)
    return looked_up(column, same_school, col(StaffMember.id) == col(ClassStaff.staff_id))


CLASS_STAFF = Document(
    ClassStaffRead,
    ClassStaff,
    computed={
        "given_name": lambda _: _of_staff(StaffMember.given_name),
        "family_name": lambda _: _of_staff(StaffMember.family_name),
    },
)


def _for_the_team(person: Any, own: str, *names: str) -> Mapping[str, Computed]:
    """Families call the school, not the private number of its people: contact data stay with staff and systems."""

    def shown(name: str) -> Computed:
        def column(reading: Reading) -> ColumnElement[Any]:
            is_mine = col(person.id) == getattr(reading.viewer, own)
            team = is_one_of(reading.viewer, *STAFF_ROLES, *SYSTEM)
            return case((or_(team, is_mine), getattr(person, name)), else_=null())

        return column

    return {name: shown(name) for name in names}


class PeriodQuery(PageQuery):
    """Which periods."""

    kind: PeriodKind | None = None
    starts_on_gte: date | None = None
    starts_on_lt: date | None = None


class ClassQuery(PageQuery):
    """Which classes."""

    level: Level | None = None
    academic_session_id: UUID | None = None
    sourced_id: Line | None = None


class StaffQuery(PageQuery):
    """Who of the staff."""

    function: StaffFunction | None = None
    teaching_days: Weekday | None = Described(None, description="Who is there on this day.")
    languages: LanguageTag | None = Described(None, description="Who speaks this language.")
    sourced_id: Line | None = None


class InterpreterQuery(PageQuery):
    """Which interpreters."""

    languages: LanguageTag | None = Described(None, description="Who speaks this language.")
    modes: InterpreterMode | None = None


SCHOOLS = Collection(
    "school",
    SchoolFields,
    Listing(
        Document(SchoolRead, School, visible=lambda _: col(School.id) != PLATFORM),
        sorts={"name": col(School.name)},
    ),
)
ACADEMIC_SESSIONS = Collection(
    "academic_session",
    AcademicSessionFields,
    Listing(Document(AcademicSessionRead, AcademicSession), sorts={"starts_on": col(AcademicSession.starts_on)}),
)
CALENDAR_PERIODS = Collection(
    "calendar_period",
    CalendarPeriodFields,
    Listing(Document(CalendarPeriodRead, CalendarPeriod), sorts={"starts_on": col(CalendarPeriod.starts_on)}),
    PeriodQuery,
)
CLASSES = Collection(
    "class",
    SchoolClassFields,
    Listing(
        Document(
            SchoolClassRead,
            SchoolClass,
            computed={
                "staff": lambda reading: CLASS_STAFF.nested(
                    reading,
                    (col(ClassStaff.school_id) == col(SchoolClass.school_id))
                    & (col(ClassStaff.class_id) == col(SchoolClass.id)),
                    col(ClassStaff.id),
                )
            },
        ),
        sorts={"title": col(SchoolClass.title)},
    ),
    ClassQuery,
)
ROOMS = Collection("room", RoomFields, Listing(Document(RoomRead, Room), sorts={"name": col(Room.name)}))
STAFF = Collection(
    "staff_member",
    StaffMemberFields,
    Listing(
        Document(StaffMemberRead, StaffMember, computed=_for_the_team(StaffMember, "staff_id", "email", "phone")),
        sorts={"family_name": col(StaffMember.family_name)},
    ),
    StaffQuery,
)
INTERPRETERS = Collection(
    "interpreter",
    InterpreterFields,
    Listing(
        Document(
            InterpreterRead,
            Interpreter,
            computed=_for_the_team(Interpreter, "interpreter_id", "email", "phone"),
        ),
        sorts={"family_name": col(Interpreter.family_name)},
    ),
    InterpreterQuery,
)
