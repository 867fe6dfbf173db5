"""The special parts of a school's calendar."""

from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Row, RowRead
from domain.kernel.text import TEXT, Text
from domain.school.models.interval import Interval


class PeriodKind(StrEnum):
    """Why a part of the calendar is special."""

    HOLIDAY = "holiday"
    FREE_DAY = "free_day"
    STUDY_DAY = "study_day"
    BUSY = "busy"
    REPORT_WEEK = "report_week"


CLOSED = (PeriodKind.HOLIDAY, PeriodKind.FREE_DAY, PeriodKind.STUDY_DAY)
"""When there is no school."""


class CalendarPeriodFields(Interval):
    """A holiday, a local free day, a busy period or a report week."""

    name: Text = Field(sa_type=TEXT)
    kind: PeriodKind = Field(sa_type=WORD)


class CalendarPeriod(Row, CalendarPeriodFields, table=True):
    __tablename__ = "calendar_periods"
    __table_args__ = (Index(None, "school_id", "starts_on"),)


class CalendarPeriodRead(RowRead, CalendarPeriodFields):
    """A special part of the calendar, as it goes out."""
