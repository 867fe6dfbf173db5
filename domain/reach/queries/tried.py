"""What the school tried with each of these families, and when it offered to meet: a statement each."""

from sqlalchemy import text

from domain.reach.queries.days import ZONE, day_of, in_period
from domain.reach.queries.inviting import invites, went_out

_ASKED = f"""
    WITH asked AS MATERIALIZED (
        SELECT DISTINCT f.id, f.round_id, f.status, f.attempts, f.alternative, f.created_at, f.updated_at, g.student_id
        FROM conference_families f
        JOIN conference_rounds r ON r.school_id = f.school_id AND r.id = f.round_id
        LEFT JOIN household_members h
          ON h.school_id = f.school_id AND h.household_id = f.household_id AND h.guardian_id IS NOT NULL
        JOIN guardianships g
          ON g.school_id = f.school_id AND g.guardian_id = coalesce(f.guardian_id, h.guardian_id)
        JOIN students s ON s.school_id = g.school_id AND s.id = g.student_id AND s.level = r.level
        WHERE f.school_id = :school_id AND g.student_id = ANY (CAST(:students AS uuid[]))
          AND {in_period("f.created_at")}
    )
"""
"""Rounds in which the family has a part."""


def _of_these(row: str, moment: str) -> str:
    mine = f"{row}.school_id = :school_id AND {row}.student_id = ANY (CAST(:students AS uuid[]))"
    return f"{mine} AND {in_period(f'{row}.{moment}')}"


TRIED = text(f"""
    {_ASKED}
    SELECT m.student_id, 'message' AS what, m.channel AS way, {day_of("m.created_at")} AS tried_on
    FROM messages m
    WHERE {_of_these("m", "created_at")} AND m.channel IS NOT NULL AND {invites("m")} AND {went_out("m")}
    UNION
    SELECT m.student_id, 'message', t.channel, {day_of("t.done_at")}
    FROM messages m
    JOIN message_tasks t ON t.school_id = m.school_id AND t.message_id = m.id AND t.channel IS NOT NULL
    WHERE {_of_these("m", "created_at")} AND t.state IN ('done', 'not_reached') AND t.done_at IS NOT NULL
      AND {invites("m")}
    UNION
    SELECT c.student_id, 'invitation', c.channel, {day_of("c.created_at")}
    FROM conversations c
    WHERE {_of_these("c", "created_at")}
    UNION
    SELECT c.student_id, 'invitation', p.role, {day_of("c.created_at")}
    FROM conversations c
    JOIN conversation_participants p ON p.school_id = c.school_id AND p.conversation_id = c.id
    WHERE {_of_these("c", "created_at")} AND p.role IN ('interpreter', 'bridge_worker')
    UNION
    SELECT v.student_id, 'invitation', 'home_visit', {day_of("v.asked_at")}
    FROM home_visits v
    WHERE v.school_id = :school_id AND v.student_id = ANY (CAST(:students AS uuid[]))
      AND v.asked_at < CAST(:until AS date)::timestamp AT TIME ZONE {ZONE}
    UNION
    SELECT student_id, 'invitation', 'conference', {day_of("created_at")}
    FROM asked WHERE status <> 'not_asked'
    UNION
    SELECT student_id, 'attempt', a ->> 'channel', {day_of("(a ->> 'at')::timestamptz")}
    FROM asked CROSS JOIN jsonb_array_elements(attempts) a
    UNION
    SELECT student_id, 'offer', alternative, {day_of("updated_at")}
    FROM asked WHERE alternative IS NOT NULL
    ORDER BY 1, 4, 2, 3
""")
"""A day and a way, once each: it is no count of times that a family was not there (R38). A family is asked for a visit
once, so that counts however long ago it was (R29)."""

OFFERED = text(f"""
    {_ASKED}
    SELECT array_agg(o.student_id) AS students, o.starts_at AT TIME ZONE {ZONE} AS start,
           o.ends_at AT TIME ZONE {ZONE} AS end
    FROM (SELECT c.student_id, c.starts_at, c.ends_at
          FROM conversations c WHERE {_of_these("c", "created_at")}
          UNION
          SELECT c.student_id, p.starts_at, p.ends_at
          FROM conversations c
          JOIN conversation_proposals p ON p.school_id = c.school_id AND p.conversation_id = c.id
          WHERE {_of_these("c", "created_at")}
          UNION
          SELECT a.student_id, n.starts_at, n.ends_at
          FROM asked a
          JOIN conference_sessions n ON n.school_id = :school_id AND n.round_id = a.round_id
          WHERE a.status <> 'not_asked') o
    GROUP BY o.starts_at, o.ends_at
""")
"""Times by the clock of the school."""

AHEAD = text("""
    SELECT student_id FROM conversations
    WHERE school_id = :school_id AND student_id = ANY (CAST(:students AS uuid[])) AND starts_at > :now
      AND status = 'planned'
    UNION
    SELECT student_id FROM home_visits
    WHERE school_id = :school_id AND student_id = ANY (CAST(:students AS uuid[])) AND starts_at > :now
      AND status = 'planned'
""")
"""With whom a talk or a visit stands already: the family said yes. What is only offered is no appointment."""
