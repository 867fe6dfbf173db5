"""The timetable of a family."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.conferences.timetables.asking import TimetableReader, facts_of
from domain.conferences.models.timetables.read import FamilyTimetable
from domain.conferences.queries.timetables.sheets import FAMILY_SHEET
from domain.conferences.timetables.family import family_timetable

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/family/{family_id}"


@router.get(
    AT,
    operation_id="get_family_timetable",
    summary="Get: the timetable of a family",
    response_model=FamilyTimetable,
)
async def get_family_timetable(reader: TimetableReader, row_id: UUID, family_id: UUID) -> Response:
    """The family's own talks in order, with the way from each to the next; for the family itself and the office.

    Nothing of other families (R20). Parents who live apart are two families: a talk together stands with each (R17).
    """
    facts = await facts_of(reader, FAMILY_SHEET, row_id, family_id=family_id)
    return reader.answer(family_timetable(facts).model_dump_json())
