"""What hangs on the door of a room."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from api.printing.paper import AS_PDF, PageLanguage, Size, paper
from api.printing.timetables.door import door_page
from domain.conferences.models.timetables.read import DoorTimetable
from domain.conferences.queries.timetables.sheets import DOOR
from domain.conferences.timetables.door import door_timetable
from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/room/{room_id}"
WithFamilies = Annotated[
    bool, Query(description="Family names of the parents who come; only for the office. Never the name of a child.")
]


@router.get(f"{AT}.pdf", operation_id="print_room_timetable", summary="Print the timetable of a door", **AS_PDF)
async def print_room_timetable(
    reader: TimetableReader,
    row_id: UUID,
    room_id: UUID,
    session_id: SessionId = None,
    families: WithFamilies = False,
    lang: PageLanguage = None,
    size: Size = "normal",
) -> Response:
    """To hang on a door: who sits there, and which times are taken or free."""
    sheet = paper(reader.request, lang, size, among=OWN_LANGUAGES)
    shown = await door(reader, row_id, room_id, session_id, named=families, everything=True)
    return await sheet.answer("door", "door", door_page(sheet.words, shown))


@router.get(AT, operation_id="get_room_timetable", summary="Get: the timetable of a door", response_model=DoorTimetable)
async def get_room_timetable(
    reader: TimetableReader,
    row_id: UUID,
    room_id: UUID,
    session_id: SessionId = None,
    families: WithFamilies = False,
) -> Response:
    """The teacher's name, and which times are taken or free. A door is public: whoever passes reads it."""
    return reader.answer((await door(reader, row_id, room_id, session_id, named=families)).model_dump_json())


async def door(
    reader: TimetableReader, row_id: UUID, room_id: UUID, session_id: UUID | None, *, named: bool, **more: Any
) -> DoorTimetable:
    """The door, with names only for the office.

    Raises:
        Forbidden: when somebody else asks for names.
    """
    facts = await facts_of(reader, DOOR, row_id, room_id=room_id, session_id=session_id, **more)
    if named and not facts.for_office:
        raise Forbidden(FORBIDDEN)
    return door_timetable(facts, room_id, named=named)
