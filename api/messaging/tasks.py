"""What people of the school do by voice or paper."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.messaging.actions.not_reached import not_reached
from domain.messaging.actions.tasks import finish_task, hand_over
from domain.messaging.models.task_reads import TaskFields, TaskKept, TaskRead, TaskWhole
from domain.messaging.queries.scripts import script_of
from domain.messaging.queries.tasks import TASK, TASK_ROWS, TASKS, TaskQuery

router = APIRouter(prefix="/v1/tasks", tags=["messages"])

TaskReader = Annotated[Reader, reads(Permission.TASKS_READ)]
TaskWriter = Annotated[Writer, writes(Permission.TASKS_WRITE)]


@router.get("", operation_id="list_tasks", summary="List tasks", response_model=Page[TaskRead])
async def list_tasks(reader: TaskReader, query: Annotated[TaskQuery, Query()]) -> Response:
    """Staff find their own, the office all; what is due first comes first. Without names or numbers."""
    return await reader.page(TASKS, query)


@router.get("/{row_id}", operation_id="get_task", summary="Get: task", response_model=TaskWhole)
async def get_task(writer: Annotated[Writer, writes(Permission.TASKS_READ)], row_id: UUID) -> Response:
    """Whom to reach and what to say, in Dutch and in the family's language; the number only for who must do it."""
    task = TaskKept.model_validate_json(await writer.body(TASK, row_id))
    script = await script_of(writer.session, task.message_id)
    return writer.reply_with(TaskWhole(**task.model_dump(), script=script))


@router.post("/{row_id}/done", operation_id="finish_task", summary="It was said", response_model=TaskRead)
async def post_done(writer: TaskWriter, row_id: UUID) -> Response:
    """Or printed and given along: the message is sent."""
    await finish_task(writer.session, row_id)
    return await writer.answer(TASK_ROWS, row_id)


@router.post(
    "/{row_id}/not-reached",
    operation_id="report_not_reached",
    summary="Nobody was reached",
    response_model=TaskRead,
)
async def post_not_reached(writer: TaskWriter, row_id: UUID) -> Response:
    """The next way comes by itself; after the last one somebody of the office finds one. A family is never dropped."""
    await not_reached(writer.session, row_id)
    return await writer.answer(TASK_ROWS, row_id)


@router.patch("/{row_id}", operation_id="hand_task_over", summary="Hand a task over", status_code=204)
async def patch_task(writer: TaskWriter, row_id: UUID, body: TaskFields) -> Response:
    """To a colleague, or to the office. Who handed it over may not see it any longer, so nothing comes back."""
    await hand_over(writer.session, row_id, body, writer.expected_version())
    return writer.nothing()
