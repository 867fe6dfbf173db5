"""Asking for a timetable."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from api.session import Reader, reads
from domain.conferences.models.timetables.facts import RoundFacts
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.permissions import Permission
from domain.kernel.read import Document

TimetableReader = Annotated[Reader, reads(Permission.ROUNDS_READ)]
SessionId = Annotated[UUID | None, Query(description="Of one evening or afternoon only.")]


async def facts_of(reader: Reader, sheet: Document, round_id: UUID, **asked: Any) -> RoundFacts:
    """All that the timetable is made of, in the reader's language; in all of them with `everything`.

    Raises:
        NotFound: when the round has no such session, person, door or family, or this reader may not know of it.
    """
    facts = RoundFacts.model_validate_json(await reader.body(sheet, round_id, **{"session_id": None, **asked}))
    if asked.get("session_id") and not facts.sessions:
        raise NotFound(NOT_FOUND)
    return facts
