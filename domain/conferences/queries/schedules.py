"""How schedules go out: drafts are the office's, what is published is everybody's who takes part."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlmodel import col

from domain.conferences.models.schedules import Schedule, ScheduledTalk, ScheduleRead
from domain.conferences.models.words import ScheduleStatus
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, Listing, Reading


def plans_rounds(viewer: Viewer) -> ColumnElement[bool]:
    """The office, and systems."""
    return is_one_of(viewer, *OFFICE, *SYSTEM)


def of_schedule() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The talk belongs to the schedule of the statement around it."""
    same_school = col(ScheduledTalk.school_id) == col(Schedule.school_id)
    return same_school, col(ScheduledTalk.schedule_id) == col(Schedule.id)


def _counts(_: Reading) -> ColumnElement[object]:
    placed = func.count(col(ScheduledTalk.starts_at))
    counts = func.json_build_object(
        literal_column("'placed'"), placed, literal_column("'left_out'"), func.count() - placed
    )
    return select(counts).where(*of_schedule()).correlate_except(ScheduledTalk).scalar_subquery()


class ScheduleQuery(PageQuery):
    """Which schedules."""

    round_id: UUID | None = None
    status: ScheduleStatus | None = None


SCHEDULE = Document(ScheduleRead, Schedule, visible=plans_rounds, computed={"talks": _counts})
SCHEDULES = Listing(SCHEDULE, sorts={"created_at": col(Schedule.created_at)})
