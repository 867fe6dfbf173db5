"""How tasks go out."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, null
from sqlmodel import col

from domain.families.models.guardians import Guardian
from domain.families.models.students import Student
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, Reading
from domain.messaging.models import Message, MessageTask
from domain.messaging.models.task_reads import TaskKept, TaskRead
from domain.messaging.models.words import TaskKind, TaskState
from domain.messaging.queries.names import named
from domain.messaging.queries.visibility import may_still_hear, must_do, sees_task
from domain.plans.queries.urgent_number import urgent_number

OF_ITS_MESSAGE = and_(
    col(Message.school_id) == col(MessageTask.school_id), col(Message.id) == col(MessageTask.message_id)
)
_COMPUTED: dict[str, Any] = {
    "message_kind": lambda _: col(Message.kind),
    **{name: lambda _, name=name: col(getattr(Message, name)) for name in ("topic", "student_id", "party")},
    "guardian_id": lambda _: col(Message.guardian_id),
    "languages": lambda _: col(Message.languages),
}


def _phone(reading: Reading) -> ColumnElement[Any]:
    """What is urgent goes to the number that the guardian gave for it. None of who may not be told any longer."""
    whose = (col(Message.school_id), col(Message.student_id), col(Message.guardian_id))
    urgent = case((col(MessageTask.is_urgent), urgent_number(*whose)), else_=null())
    may_call = and_(must_do(reading.viewer), may_still_hear())
    return case((may_call, func.coalesce(urgent, col(Guardian.phone))), else_=null())


TASK_ROWS = Document(TaskRead, MessageTask, visible=sees_task, beside={Message: OF_ITS_MESSAGE}, computed=_COMPUTED)

TASK = Document(
    TaskKept,
    MessageTask,
    visible=sees_task,
    beside={
        Message: OF_ITS_MESSAGE,
        Student: and_(col(Student.school_id) == col(Message.school_id), col(Student.id) == col(Message.student_id)),
        Guardian: and_(col(Guardian.school_id) == col(Message.school_id), col(Guardian.id) == col(Message.guardian_id)),
    },
    computed={
        **_COMPUTED,
        "to": lambda _: func.coalesce(named(Guardian), named(Student)),
        "about": lambda _: named(Student),
        "phone": _phone,
    },
)


class TaskQuery(PageQuery):
    """Which tasks."""

    state: TaskState | None = None
    kind: TaskKind | None = None
    staff_id: UUID | None = None
    student_id: UUID | None = None
    is_urgent: bool | None = None


TASKS = Listing(
    TASK_ROWS,
    sorts={"due_at": col(MessageTask.due_at), "created_at": col(MessageTask.created_at)},
    filters={"student_id": lambda given: col(Message.student_id) == given},
)
