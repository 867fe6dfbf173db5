"""What is known of many families at once: one statement, however many there are."""

from sqlalchemy import text

from domain.reach.queries.days import in_period
from domain.reach.queries.inviting import invites, went_out
from domain.reach.queries.met import ALL_MET

FACTS = text(f"""
    WITH asked AS MATERIALIZED (SELECT unnest(CAST(:students AS uuid[])) AS student_id),
    open AS MATERIALIZED (
        SELECT g.student_id, g.guardian_id, g.id, p.languages
        FROM guardianships g
        JOIN asked USING (student_id)
        JOIN guardians p ON p.school_id = g.school_id AND p.id = g.guardian_id
        WHERE g.school_id = :school_id AND g.may_be_contacted AND coalesce(g.ended_on > CAST(:day AS date), true)
          AND coalesce(p.ended_on > CAST(:day AS date), true)
          AND NOT EXISTS (SELECT FROM restrictions r
                          WHERE r.school_id = g.school_id AND r.guardian_id = g.guardian_id
                            AND r.student_id = g.student_id AND r.starts_on <= CAST(:day AS date)
                            AND r.ends_on > CAST(:day AS date))
    ),
    met AS MATERIALIZED (
        SELECT m.student_id, m.kind, m.met_on
        FROM ({ALL_MET}) m
        JOIN asked USING (student_id)
        WHERE m.school_id = :school_id AND m.met_on < CAST(:until AS date)
          AND (m.guardian_id IS NULL OR (m.student_id, m.guardian_id) IN (SELECT student_id, guardian_id FROM open))
    ),
    spoken AS (
        SELECT student_id, max(met_on) AS last_met_on,
               array_agg(DISTINCT kind) FILTER (WHERE met_on >= CAST(:since AS date)) AS kinds
        FROM met GROUP BY student_id
    ),
    invitation AS MATERIALIZED (
        SELECT c.student_id, p.guardian_id, coalesce(p.answered_at IS NOT NULL, false) AS answered
        FROM conversations c
        JOIN conversation_participants p
          ON p.school_id = c.school_id AND p.conversation_id = c.id AND p.answer IS NOT NULL
        WHERE c.school_id = :school_id AND {in_period("c.created_at")}
        UNION ALL
        SELECT m.student_id, m.guardian_id, false
        FROM messages m
        WHERE m.school_id = :school_id AND {invites("m")} AND {went_out("m")} AND {in_period("m.created_at")}
        UNION ALL
        SELECT v.student_id, v.guardian_id, v.status <> 'asked'
        FROM home_visits v
        WHERE v.school_id = :school_id AND v.status <> 'cancelled' AND {in_period("v.asked_at")}
        UNION ALL
        SELECT coalesce(u.student_id, o.student_id), u.guardian_id, true
        FROM activity_sign_ups u
        LEFT JOIN open o ON o.guardian_id = u.guardian_id AND u.student_id IS NULL
        WHERE u.school_id = :school_id AND {in_period("u.created_at")}
        UNION ALL
        SELECT o.student_id, o.guardian_id, f.status = 'answered'
        FROM conference_families f
        JOIN conference_rounds r ON r.school_id = f.school_id AND r.id = f.round_id
        LEFT JOIN household_members h
          ON h.school_id = f.school_id AND h.household_id = f.household_id AND h.guardian_id IS NOT NULL
        JOIN open o ON o.guardian_id = coalesce(f.guardian_id, h.guardian_id)
        JOIN students s ON s.school_id = f.school_id AND s.id = o.student_id AND s.level = r.level
        WHERE f.school_id = :school_id AND f.status <> 'not_asked'
          AND {in_period("f.created_at")}
    ),
    invited AS (
        SELECT i.student_id, bool_or(i.answered) AS answered
        FROM invitation i
        WHERE i.guardian_id IS NULL OR (i.student_id, i.guardian_id) IN (SELECT student_id, guardian_id FROM open)
        GROUP BY i.student_id
    ),
    home AS (
        SELECT student_id,
               (array_agg(split_part(languages ->> 0, '-', 1) ORDER BY id)
                FILTER (WHERE languages ->> 0 IS NOT NULL))[1] AS language
        FROM open GROUP BY student_id
    )
    SELECT s.id AS student_id, s.level, s.given_name, s.family_name,
           coalesce(home.language, 'unknown') AS language,
           spoken.last_met_on, coalesce(spoken.kinds, '{{}}') AS kinds,
           invited.student_id IS NOT NULL AS invited, coalesce(invited.answered, false) AS answered,
           (SELECT coalesce(json_agg(json_build_array(k.id, k.title) ORDER BY k.title), '[]')
            FROM enrollments e JOIN classes k ON k.school_id = e.school_id AND k.id = e.class_id
            WHERE e.school_id = s.school_id AND e.student_id = s.id
            AND coalesce(e.ended_on > CAST(:day AS date), true)) AS classes
    FROM asked
    JOIN students s ON s.school_id = :school_id AND s.id = asked.student_id
    LEFT JOIN home ON home.student_id = s.id
    LEFT JOIN spoken ON spoken.student_id = s.id
    LEFT JOIN invited ON invited.student_id = s.id
    WHERE home.student_id IS NOT NULL OR s.born_on <= CAST(:day AS date) - interval '18 years'
       OR NOT EXISTS (SELECT FROM guardianships g WHERE g.school_id = s.school_id AND g.student_id = s.id)
    ORDER BY s.family_name, s.given_name, s.id
""")
"""Only guardians who may be asked count: a restricted one, or one whose link ended, is nobody to reach. A student with
none of these but of age is there in person; one with no guardian on record is there, so that the school sees it."""
