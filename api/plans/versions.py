"""The plan as it was."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from api.session import Reader, reads
from domain.kernel.permissions import Permission
from domain.plans.actions.keeping import version_id
from domain.plans.models.versions import PlanVersionRead, PlanVersions
from domain.plans.queries.versions import VERSION, VERSIONS

router = APIRouter(prefix="/v1", tags=["plans"])

PlanReader = Annotated[Reader, reads(Permission.PLANS_READ)]


@router.get(
    "/communication-plans/{row_id}/versions",
    operation_id="list_communication_plan_versions",
    summary="List the versions of a plan",
    response_model=PlanVersions,
)
async def list_versions(reader: PlanReader, row_id: UUID) -> Response:
    """The plan as it was agreed, and after each change since; what changed for another guardian only is not there."""
    return await reader.one(VERSIONS, row_id)


@router.get(
    "/communication-plans/{row_id}/versions/{number}",
    operation_id="get_communication_plan_version",
    summary="Get: version of a plan",
    response_model=PlanVersionRead,
)
async def get_version(
    reader: PlanReader, row_id: UUID, number: Annotated[int, Path(ge=1, lt=2**31, description="As in the list.")]
) -> Response:
    """The plan as it was then, with the parts that you may see."""
    return await reader.one(VERSION, version_id(row_id, number))
