"""A conversation for a calendar."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.files.calendar import AS_ICS, calendar_answer
from api.printing.paper import PageLanguage, page_language
from api.printing.words import Words
from api.session import Reader, reads
from domain.conversations.calendar_file import Entry, calendar
from domain.conversations.calendar_words import location, summary
from domain.conversations.models.calendar import CalendarRead
from domain.conversations.models.guide import Edition
from domain.conversations.queries.calendar import CALENDAR
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conversations"])


@router.get(
    "/conversations/{row_id}.ics",
    operation_id="get_conversation_calendar",
    summary="Get: a conversation for a calendar",
    **AS_ICS,
)
async def get_conversation_calendar(
    reader: Annotated[Reader, reads(Permission.CONVERSATIONS_READ)], row_id: UUID, lang: PageLanguage = None
) -> Response:
    """When, where and with whom. What it is about stays at school; of a hard subject, so does even its form.

    The UID stays the same and SEQUENCE rises, so that a calendar moves what moved and strikes what is called off.
    """
    words = Words(page_language(reader.request, lang))
    read = CalendarRead.model_validate_json(await reader.body(CALENDAR, row_id, everything=True))
    entry = _entry(words, read)
    content = calendar(entry.summary, read.time_zone, [entry])
    return calendar_answer(reader.request, words.language, entry.summary, content)


def _entry(words: Words, read: CalendarRead) -> Entry:
    times = (read.id, read.version, read.updated_at, read.starts_at, read.ends_at, read.status)
    where = location(words.language, read.channel, read.place or read.room, read.school)
    return Entry(*times, _summary(words, read), where)


def _summary(words: Words, read: CalendarRead) -> str:
    with_whom = [read.student] if read.edition == Edition.TEAM else read.staff
    return summary(words.language, {**read.form}, with_whom, is_discreet=read.is_discreet)  # type: ignore[dict-item]  # Dutch is always there
