"""How schedules go out. Drafts are the office's; of the published one, others learn that it is there."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, null, or_
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule, ScheduleRead
from domain.conferences.models.words import ScheduleStatus
from domain.conferences.queries.visibility import sees_round
from domain.families.queries import WHOLE_SCHOOL
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, Listing, Reading, there_is


def plans_rounds(viewer: Viewer) -> ColumnElement[bool]:
    """The office, and systems."""
    return is_one_of(viewer, *WHOLE_SCHOOL)


def sees_schedule(viewer: Viewer) -> ColumnElement[bool]:
    """The office sees all, everybody who is in the round the published one."""
    this = (
        col(ConferenceRound.school_id) == col(Schedule.school_id),
        col(ConferenceRound.id) == col(Schedule.round_id),
    )
    published = col(Schedule.status) == ScheduleStatus.PUBLISHED
    return or_(plans_rounds(viewer), published & there_is(ConferenceRound, *this, sees_round(viewer)))


def _figures(reading: Reading) -> Any:
    """What the planner kept of it: `summary` has the fields as they go out."""
    return case((plans_rounds(reading.viewer), col(Schedule.figures)["summary"]), else_=null())


SCHEDULE = Document(ScheduleRead, Schedule, visible=sees_schedule, computed={"figures": _figures})


class ScheduleQuery(PageQuery):
    """Which schedules."""

    round_id: UUID | None = None
    status: ScheduleStatus | None = None


SCHEDULES = Listing(SCHEDULE, sorts={"created_at": col(Schedule.created_at)})
