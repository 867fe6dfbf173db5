"""Plannings of documents, for who asked for them and for the office."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import SQLModel, col

from domain.conferences.models.curve import CurveShown
from domain.conferences.models.planner_runs import PlannerRun
from domain.conferences.models.schedule_document import ScheduleDocument
from domain.kernel.jobs import Job
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, there_is


def _document(read: type[SQLModel], column: Any) -> Document:
    """The parts of a document that is kept as it is, once it is there."""

    def visible(viewer: Viewer) -> ColumnElement[bool]:
        return and_(column.is_not(None), is_one_of(viewer, *OFFICE) | _asked_for)

    def part(name: str) -> Any:
        return lambda _: column[name]

    return Document(read, PlannerRun, visible, computed={name: part(name) for name in read.model_fields})


_asked_for = there_is(
    Job,
    col(Job.school_id) == col(PlannerRun.school_id),
    col(Job.id) == col(PlannerRun.id),
    col(Job.asked_by) == func.current_setting("app.subject", True),
)

SCHEDULES = _document(ScheduleDocument, col(PlannerRun.schedule))
CURVES = _document(CurveShown, col(PlannerRun.curve))
