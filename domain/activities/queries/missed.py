"""Whom an activity missed, for who does something about it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.activities.models.missed import MissedFamily, MissedFamilyRead, WayToTry
from domain.families.queries import linked, reads_as_school
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Listing


def sees_missed(viewer: Viewer) -> ColumnElement[bool]:
    """Who reads of the student as the school, and whose task it is; never who is a parent of the student."""
    student_id = col(MissedFamily.student_id)
    whose_task = col(MissedFamily.staff_id) == viewer.staff_id
    return or_(reads_as_school(viewer, student_id), whose_task & ~linked(viewer, student_id))


MISSED_FAMILY = Document(MissedFamilyRead, MissedFamily, visible=sees_missed)


class MissedFamilyQuery(PageQuery):
    """Which of them."""

    activity_id: UUID | None = None
    student_id: UUID | None = None
    staff_id: UUID | None = None
    way: WayToTry | None = None
    is_done: bool | None = None
    due_on_lt: date | None = None


MISSED_FAMILIES = Listing(MISSED_FAMILY, sorts={"created_at": col(MissedFamily.created_at)})
