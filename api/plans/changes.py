"""What became different between two versions, in words."""

import json
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from api.collection import Lang
from api.session import Reader, reads
from domain.kernel.errors import Detail, Invalid
from domain.kernel.permissions import Permission
from domain.plans.actions.keeping import version_id
from domain.plans.differences import differences
from domain.plans.models.changes import ChangeInWords, VersionChanges
from domain.plans.queries.versions import VERSION, VERSIONS
from domain.plans.rules.refusal import NOT_SO
from domain.plans.told import NOT_BEFORE

router = APIRouter(prefix="/v1", tags=["plans"])

Number = Annotated[int, Path(ge=1, lt=2**31, description="As in the list.")]
Since = Annotated[int | None, Query(ge=1, lt=2**31, description="Without it: the one before that you may see.")]


@router.get(
    "/communication-plans/{row_id}/versions/{number}/changes",
    operation_id="get_communication_plan_version_changes",
    summary="Tell what became different in a version",
    response_model=VersionChanges,
)
async def get_changes(
    reader: Annotated[Reader, reads(Permission.PLANS_READ)],
    row_id: UUID,
    number: Number,
    since: Since = None,
    lang: Lang = None,
) -> Response:
    """A sentence for each difference, with its place. A guardian hears nothing of another's part (R17)."""
    after = await _version(reader, row_id, number)
    if since is None:
        since = await _before(reader, row_id, number)
    changes = await _changes(reader, row_id, after, since, None if lang else reader.language)
    return reader.answer(changes.model_dump_json())


async def _changes(
    reader: Reader, row_id: UUID, after: dict[str, Any], since: int | None, language: str | None
) -> VersionChanges:
    if since is None:
        return VersionChanges(number=after["number"], since=None, items=[])
    if since >= after["number"]:
        raise Invalid(NOT_SO, Detail("?since", NOT_BEFORE))
    before = await _version(reader, row_id, since)
    items = [
        ChangeInWords(pointer=one.pointer, code=one.sentence.message.code, said=one.sentence.read(language))
        for one in differences(before["plan"], after["plan"])
    ]
    return VersionChanges(number=after["number"], since=since, items=items)


async def _version(reader: Reader, row_id: UUID, number: int) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(await reader.body(VERSION, version_id(row_id, number)))
    return read


async def _before(reader: Reader, row_id: UUID, number: int) -> int | None:
    """The number of the last earlier version that the reader may see."""
    listed = json.loads(await reader.body(VERSIONS, row_id))["items"]
    return max((one["number"] for one in listed if one["number"] < number), default=None)
