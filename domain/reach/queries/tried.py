"""What the school tried with each of these families: one statement."""

from sqlalchemy import text

TRIED = text("""
    WITH asked AS MATERIALIZED (
        SELECT DISTINCT f.id, f.status, f.attempts, f.alternative, f.created_at, f.updated_at, g.student_id
        FROM conference_families f
        JOIN conference_rounds r ON r.school_id = f.school_id AND r.id = f.round_id
        LEFT JOIN household_members h
          ON h.school_id = f.school_id AND h.household_id = f.household_id AND h.guardian_id IS NOT NULL
        JOIN guardianships g
          ON g.school_id = f.school_id AND g.guardian_id = coalesce(f.guardian_id, h.guardian_id)
        JOIN students s ON s.school_id = g.school_id AND s.id = g.student_id AND s.level = r.level
        WHERE f.school_id = :school_id AND g.student_id = ANY (CAST(:students AS uuid[]))
          AND f.created_at >= CAST(:since AS date) AND f.created_at < CAST(:until AS date)
    )
    SELECT m.student_id, 'message' AS what, m.channel AS way, (m.created_at AT TIME ZONE 'UTC')::date AS tried_on
    FROM messages m
    WHERE m.school_id = :school_id AND m.student_id = ANY (CAST(:students AS uuid[]))
      AND m.kind IN ('invitation', 'round_opened', 'slot_offered') AND m.state IN ('sent', 'task', 'in_digest')
      AND m.channel IS NOT NULL AND m.created_at >= CAST(:since AS date) AND m.created_at < CAST(:until AS date)
    UNION
    SELECT c.student_id, 'invitation', c.channel, (c.created_at AT TIME ZONE 'UTC')::date
    FROM conversations c
    WHERE c.school_id = :school_id AND c.student_id = ANY (CAST(:students AS uuid[]))
      AND c.created_at >= CAST(:since AS date) AND c.created_at < CAST(:until AS date)
    UNION
    SELECT student_id, 'invitation', 'conference', (created_at AT TIME ZONE 'UTC')::date
    FROM asked WHERE status <> 'not_asked'
    UNION
    SELECT student_id, 'attempt', a ->> 'channel', (a ->> 'at')::timestamptz::date
    FROM asked CROSS JOIN jsonb_array_elements(attempts) a
    UNION
    SELECT student_id, 'offer', alternative, (updated_at AT TIME ZONE 'UTC')::date
    FROM asked WHERE alternative IS NOT NULL
    ORDER BY 1, 4, 2, 3
""")
"""A day and a way, once each: it is no count of times that a family was not there (R38)."""
