"""Who sees which message and which task, written once. Parents see nothing of each other (R17)."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from domain.families.queries import WHOLE_SCHOOL, linked, reads_as_school
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import looked_up
from domain.messaging.models import Message, MessageTask
from domain.messaging.models.words import MessageState, TaskState
from domain.plans.models.words import Party
from domain.plans.queries.somebody import Somebody
from domain.plans.queries.visibility import takes_part


def sees_message(viewer: Viewer) -> ColumnElement[bool]:
    """Office and systems see all, teachers those of their students, and everybody what was sent to themselves."""
    own = or_(_to_guardian(viewer), _to_student(viewer))
    return or_(reads_as_school(viewer, col(Message.student_id)), own & (col(Message.state) == MessageState.SENT))


def _to_guardian(viewer: Viewer) -> ColumnElement[bool]:
    """Who may know nothing of the student any longer does not read it again either."""
    return (col(Message.guardian_id) == viewer.guardian_id) & takes_part(viewer, col(Message.student_id))


def _to_student(viewer: Viewer) -> ColumnElement[bool]:
    return (col(Message.party) == Party.STUDENT) & (col(Message.student_id) == viewer.student_id)


def may_still_hear() -> ColumnElement[bool]:
    """Whom the message is for may know of the student today, whatever was decided when it was made."""
    them = Somebody(col(Message.school_id), guardian_id=col(Message.guardian_id))
    return or_(col(Message.guardian_id).is_(None), takes_part(them, col(Message.student_id)))


def of_message(part: Any) -> ColumnElement[bool]:
    """The row of this table belongs to the message of the statement around it."""
    return and_(col(part.school_id) == col(Message.school_id), col(part.message_id) == col(Message.id))


def sees_task(viewer: Viewer) -> ColumnElement[bool]:
    """Office and systems see all, staff their own. Whose own child it is about reads as a parent (R17)."""
    of_family = linked(viewer, _of_message(Message.student_id))
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), _has_task(viewer)) & ~of_family


def must_do(viewer: Viewer) -> ColumnElement[bool]:
    """The task waits for this viewer: their own, or the office's."""
    of_office = col(MessageTask.staff_id).is_(None) & is_one_of(viewer, *OFFICE)
    return (col(MessageTask.state) == TaskState.OPEN) & or_(_has_task(viewer), of_office)


def _has_task(viewer: Viewer) -> ColumnElement[bool]:
    return col(MessageTask.staff_id) == viewer.staff_id


def _of_message(column: Any) -> Any:
    task = MessageTask
    return looked_up(column, col(Message.school_id) == col(task.school_id), col(Message.id) == col(task.message_id))
