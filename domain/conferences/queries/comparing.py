"""Two schedules side by side, in one statement."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession

_COMPARED = text("""
WITH here AS (SELECT request_id, starts_at FROM conference_talks
               WHERE school_id = :school_id AND schedule_id = :here AND starts_at IS NOT NULL),
     there AS (SELECT request_id, starts_at FROM conference_talks
                WHERE school_id = :school_id AND schedule_id = :there AND starts_at IS NOT NULL),
     both_ AS (SELECT request_id, h.starts_at, t.starts_at AS other_starts_at
                 FROM here h FULL JOIN there t USING (request_id))
SELECT json_build_object(
         'only_here', coalesce(json_agg(request_id ORDER BY request_id) FILTER (WHERE other_starts_at IS NULL), '[]'),
         'only_there', coalesce(json_agg(request_id ORDER BY request_id) FILTER (WHERE starts_at IS NULL), '[]'),
         'moved', coalesce(json_agg(json_build_object('request_id', request_id, 'starts_at', starts_at,
                                                      'other_starts_at', other_starts_at)
                                    ORDER BY starts_at, request_id) FILTER (WHERE starts_at <> other_starts_at), '[]'),
         'same', count(*) FILTER (WHERE starts_at = other_starts_at))::text
  FROM both_
""")


async def compared(session: SchoolSession, here: UUID, there: UUID) -> dict[str, Any]:
    """What is in one and not in the other, and what has another time."""
    given = {"school_id": session.principal.school_id, "here": here, "there": there}
    found: dict[str, Any] = json.loads((await session.execute(_COMPARED, given)).scalar_one())
    return found
