"""Tables and fields of the school, by noun, and the words that other subjects share."""

from domain.school.models.calendar import CalendarPeriod, CalendarPeriodFields
from domain.school.models.class_staff import ClassStaff, ClassStaffFields
from domain.school.models.classes import SchoolClass, SchoolClassFields
from domain.school.models.interpreters import Interpreter, InterpreterFields
from domain.school.models.rooms import Room, RoomFields
from domain.school.models.schools import School, SchoolFields
from domain.school.models.staff import StaffMember, StaffMemberFields
from domain.school.models.words import InterpreterMode, Level
from domain.school.models.years import AcademicSession, AcademicSessionFields

__all__ = [
    "AcademicSession",
    "AcademicSessionFields",
    "CalendarPeriod",
    "CalendarPeriodFields",
    "ClassStaff",
    "ClassStaffFields",
    "Interpreter",
    "InterpreterFields",
    "InterpreterMode",
    "Level",
    "Room",
    "RoomFields",
    "School",
    "SchoolClass",
    "SchoolClassFields",
    "SchoolFields",
    "StaffMember",
    "StaffMemberFields",
]
