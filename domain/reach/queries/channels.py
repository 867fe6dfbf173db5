"""Which channels worked, and how the last published round went: figures of the school, of no family."""

from sqlalchemy import text

from domain.reach.queries.days import ZONE, in_period
from domain.reach.queries.inviting import invites

CHANNELS = text(f"""
    SELECT m.channel, count(*) AS messages,
           count(*) FILTER (WHERE EXISTS (SELECT FROM message_links l WHERE l.school_id = m.school_id
                                          AND l.message_id = m.id AND l.answered_at IS NOT NULL)
                            OR EXISTS (SELECT FROM conversation_participants p WHERE p.school_id = m.school_id
                                       AND m.resource = 'conversations' AND p.conversation_id = m.resource_id
                                       AND p.guardian_id = m.guardian_id AND p.answered_at >= m.created_at)) AS answered
    FROM messages m
    WHERE m.school_id = :school_id AND m.student_id = ANY (CAST(:students AS uuid[])) AND m.channel IS NOT NULL
      AND {invites("m")} AND m.state = 'sent' AND {in_period("m.created_at")}
    GROUP BY m.channel ORDER BY m.channel
""")
"""Of messages that ask for an answer. Whether one was read is not kept, so it is not told."""

LAST_ROUND = text(f"""
    WITH round AS (
        SELECT id, name FROM conference_rounds
        WHERE school_id = :school_id AND published_at IS NOT NULL
          AND published_at < CAST(:until AS date)::timestamp AT TIME ZONE {ZONE}
        ORDER BY published_at DESC LIMIT 1
    ),
    talk AS MATERIALIZED (
        SELECT f.id AS family_id, f.status = 'answered' AND f.available <> '[]' AS said, b.session_id,
               c.starts_at, c.ends_at,
               coalesce(q.interpreter_language, f.interpreter_language) IS NOT NULL AS wished,
               EXISTS (SELECT FROM conversation_participants i WHERE i.school_id = c.school_id
                       AND i.conversation_id = c.id AND i.role = 'interpreter') AS interpreted,
               EXISTS (SELECT FROM jsonb_array_elements(f.available) w
                       WHERE (w ->> 'starts_at')::timestamptz <= c.starts_at
                         AND c.ends_at <= (w ->> 'ends_at')::timestamptz) AS suits
        FROM round
        JOIN conference_bookings b ON b.school_id = :school_id AND b.round_id = round.id
        JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id AND c.status <> 'cancelled'
        JOIN conference_requests q ON q.school_id = b.school_id AND q.id = b.request_id
        JOIN conference_request_parties p ON p.school_id = b.school_id AND p.request_id = b.request_id
         AND p.family_id IS NOT NULL AND NOT p.awaits_yes
        JOIN conference_families f ON f.school_id = p.school_id AND f.id = p.family_id
    ),
    gap AS (
        SELECT family_id, session_id,
               extract(epoch FROM starts_at - lag(ends_at) OVER (PARTITION BY family_id, session_id
                                                                 ORDER BY starts_at)) / 60 AS minutes
        FROM talk
    ),
    waits AS (
        SELECT sum(greatest(minutes, 0)) AS minutes FROM gap WHERE minutes IS NOT NULL GROUP BY family_id, session_id
    ),
    family AS (SELECT family_id, bool_and(suits) AS suits FROM talk WHERE said GROUP BY family_id)
    SELECT round.id AS round_id, round.name,
           (SELECT count(*) FROM family) AS families_that_said,
           (SELECT count(*) FROM family WHERE suits) AS families_that_suited,
           (SELECT count(*) FROM waits) AS families_that_waited,
           (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FROM waits) AS median_wait_minutes,
           (SELECT max(minutes) FROM waits) AS longest_wait_minutes,
           (SELECT count(DISTINCT family_id) FROM talk WHERE wished) AS families_that_wished,
           (SELECT count(*) FROM talk WHERE wished) AS interpreters_wished,
           (SELECT count(*) FROM talk WHERE wished AND interpreted) AS interpreters_present
    FROM round
""")
"""A family waits between two of its talks on one evening."""
