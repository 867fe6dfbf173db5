"""How long families wait in a schedule, and how often they come: what `family_burden` is about, in plain measures."""

from typing import Any
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession

_WAITING = text("""
WITH visits AS (
       SELECT p.family_id, t.session_id, count(*) AS talks,
              (extract(epoch FROM max(t.ends_at) - min(t.starts_at) - sum(t.ends_at - t.starts_at)) / 60)::int
                  AS minutes
         FROM conference_talks t
         JOIN conference_request_parties p
           ON p.school_id = t.school_id AND p.request_id = t.request_id AND p.family_id IS NOT NULL
        WHERE t.school_id = :school_id AND t.schedule_id = :schedule_id AND t.starts_at IS NOT NULL
        GROUP BY p.family_id, t.session_id)
SELECT coalesce(round(avg(minutes) FILTER (WHERE talks > 1), 1), 0)::float AS mean_wait_minutes,
       coalesce(max(minutes), 0) AS longest_wait_minutes,
       (SELECT count(*) FROM (SELECT FROM visits GROUP BY family_id HAVING count(*) > 1) often) AS families_coming_twice
  FROM visits
""")


async def waiting_in(session: SchoolSession, schedule_id: UUID) -> dict[str, Any]:
    """`mean_wait_minutes`, `longest_wait_minutes`, `families_coming_twice`."""
    given = {"school_id": session.principal.school_id, "schedule_id": schedule_id}
    return dict((await session.execute(_WAITING, given)).mappings().one())
