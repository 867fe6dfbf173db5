"""The Flemish school holidays, computed."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.kernel.row import Fields
from domain.school.actions import add_holidays

router = APIRouter(prefix="/v1", tags=["school"])


class HolidayCount(Fields):
    """How many holidays a school year has in the calendar now."""

    school_year: int
    periods: int


SchoolYear = Annotated[int, Path(ge=1991, le=2090, description="The calendar year in which the school year starts.")]


@router.post(
    "/calendar-periods/flemish-holidays/{school_year}",
    operation_id="add_flemish_holidays",
    summary="Compute the Flemish school holidays of a year",
    response_model=HolidayCount,
)
async def compute_holidays(
    writer: Annotated[Writer, writes(Permission.CALENDAR_WRITE)], school_year: SchoolYear
) -> Response:
    """By the Decision of the Flemish Government of 17 April 1991; safe to repeat. Local free days are yours to add."""
    made = await add_holidays(writer.session, school_year)
    return writer.reply_with(HolidayCount(school_year=school_year, periods=made))
