"""Writes of the school that are more than keeping a row."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession
from domain.school.calendar import flemish_holidays
from domain.school.models.calendar import CalendarPeriod, CalendarPeriodFields, PeriodKind
from domain.school.models.class_staff import ClassStaff, ClassStaffFields
from domain.school.models.schools import School, SchoolFields
from domain.school.queries import CALENDAR_PERIODS, CLASSES, SCHOOLS


async def found_school(session: SchoolSession, fields: SchoolFields) -> School:
    """A new school, which is its own tenant (the platform operator's deed)."""
    school_id = new_id()
    school = School.of(school_id, fields, id=school_id)
    session.add(school)
    SCHOOLS.tell(session, "created", school_id)
    return school


async def add_holidays(session: SchoolSession, school_year: int) -> int:
    """Put the Flemish school holidays of a year into the calendar, in place of those that were there.

    Args:
        school_year: the calendar year in which it starts, such as 2026.

    Returns:
        How many periods there are now for that year.
    """
    holidays = flemish_holidays(school_year)
    first, last = holidays[0].starts_on, holidays[-1].ends_on
    of_this_year = (
        col(CalendarPeriod.school_id) == session.principal.school_id,
        col(CalendarPeriod.kind) == PeriodKind.HOLIDAY,
        col(CalendarPeriod.starts_on) >= first,
        col(CalendarPeriod.starts_on) < last,
    )
    await session.execute(delete(CalendarPeriod).where(*of_this_year))
    for holiday in holidays:
        fields = CalendarPeriodFields(
            name=dict(holiday.name), kind=PeriodKind.HOLIDAY, starts_on=holiday.starts_on, ends_on=holiday.ends_on
        )
        await CALENDAR_PERIODS.create(session, fields)
    return len(holidays)


async def assign_staff(session: SchoolSession, class_id: UUID, fields: ClassStaffFields) -> None:
    """Let somebody teach a class or care for it."""
    (await CLASSES.get(session, class_id)).touch()
    session.add(ClassStaff.of(session.principal.school_id, fields, class_id=class_id))
    CLASSES.tell(session, "changed", class_id, staff_id=fields.staff_id)


async def release_staff(session: SchoolSession, class_id: UUID, staff_id: UUID) -> None:
    """Take somebody off a class."""
    (await CLASSES.get(session, class_id)).touch()
    link = (
        col(ClassStaff.school_id) == session.principal.school_id,
        col(ClassStaff.class_id) == class_id,
        col(ClassStaff.staff_id) == staff_id,
    )
    await session.execute(delete(ClassStaff).where(*link))
    CLASSES.tell(session, "changed", class_id, staff_id=staff_id)
