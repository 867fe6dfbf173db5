"""A plan holds for one school year, and is looked back on within it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.conversations.rules.wording import unless
from domain.kernel.errors import Conflict, Message
from domain.kernel.rule import Finding, Rule
from domain.school.calendar import DAY, HolidayKind, flemish_holidays, last_school_week_before, school_year_of

REVIEW_AFTER = timedelta(weeks=10)
"""When the Christmas holiday is too near or past (own choice)."""
REVIEW_TOO_LATE = Rule(
    "review_after_end",
    "Kijk terug voor het schooljaar eindigt.",
    "Faites le point avant la fin de l'année scolaire.",
    "Look back before the school year ends.",
    number="R06",
    source=("J",),
)
ENDED = Message(
    "plan_ended",
    "Dit plan is afgelopen met het schooljaar.",
    "Ce plan a pris fin avec l'année scolaire.",
    "This plan ended with the school year.",
)


@dataclass(frozen=True)
class SchoolYear:
    """A school year of the calendar, half open."""

    id: UUID
    starts_on: date
    ends_on: date


def check_running(year: SchoolYear, today: date) -> None:
    """
    Raises:
        Conflict: when the plan ended with its school year.
    """
    if year.ends_on <= today:
        raise Conflict(ENDED)


def check_review_date(review_on: date, year: SchoolYear) -> list[Finding]:
    """The three look back while the plan still holds."""
    return unless(review_on < year.ends_on, REVIEW_TOO_LATE.broken("/review_on"))


def default_review(year: SchoolYear, today: date) -> date:
    """The last school day before the Christmas holiday, or ten weeks on when that is past; never after the plan."""
    holidays = flemish_holidays(school_year_of(year.starts_on))
    christmas = next(holiday for holiday in holidays if holiday.kind is HolidayKind.CHRISTMAS)
    before_christmas = last_school_week_before(christmas).ends_on - DAY
    wanted = before_christmas if today < before_christmas else today + REVIEW_AFTER
    return min(wanted, year.ends_on - DAY)
