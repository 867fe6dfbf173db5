"""What a school decides about visits at home."""

from typing import Annotated

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of
from domain.visits.actions.settings import change_settings
from domain.visits.models.settings import HomeVisitSettingsFields, HomeVisitSettingsRead
from domain.visits.queries.settings import SETTINGS, settings_of

router = APIRouter(prefix="/v1/home-visit-settings", tags=["visits"])

Staff = Annotated[Writer, writes(Permission.VISITS_WRITE)]


@router.get(
    "",
    operation_id="get_home_visit_settings",
    summary="Get: how visits go in this school",
    response_model=HomeVisitSettingsRead,
)
async def get_settings(writer: Staff) -> Response:
    """Until the school says otherwise, what holds by itself."""
    settings = await settings_of(writer.session)
    return await writer.answer(SETTINGS, settings.id)


@router.patch(
    "",
    operation_id="change_home_visit_settings",
    summary="Change how visits go in this school",
    response_model=HomeVisitSettingsRead,
)
async def patch_settings(
    writer: Staff,
    body: patch_of(HomeVisitSettingsFields),  # type: ignore[valid-type]
) -> Response:
    """The office says how late a colleague may be before somebody should call, and how far families live."""
    return await writer.answer(SETTINGS, await change_settings(writer.session, body, writer.expected_version()))
