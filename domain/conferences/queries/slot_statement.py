"""The one statement that gathers what open times hang on. Written as SQL: it is one document of many small lists."""

from sqlalchemy import text

SLOT_FACTS = text("""
WITH
span AS (
    SELECT floor(extract(epoch FROM min(s.starts_at)) / 300)::int AS first,
           ceil(extract(epoch FROM max(s.ends_at)) / 300)::int AS last
    FROM conference_sessions s WHERE s.school_id = :school_id AND s.round_id = :round_id
),
day AS (
    SELECT e.id AS session_id, greatest((e.starts_at AT TIME ZONE s.time_zone)::date, :today) AS on_day
    FROM conference_sessions e JOIN schools s ON s.school_id = e.school_id
    WHERE e.school_id = :school_id AND e.round_id = :round_id
),
family AS (
    SELECT f.* FROM conference_families f
    WHERE f.school_id = :school_id AND f.round_id = :round_id AND f.id = ANY (:families)
),
member AS (
    SELECT f.id AS family_id, coalesce(m.guardian_id, f.guardian_id) AS guardian_id
    FROM family f
    LEFT JOIN household_members m
        ON m.school_id = :school_id AND m.household_id = f.household_id AND m.guardian_id IS NOT NULL
    WHERE coalesce(m.guardian_id, f.guardian_id) IS NOT NULL
),
home AS (
    SELECT DISTINCT m.guardian_id, h.household_id
    FROM member m JOIN household_members h ON h.school_id = :school_id AND h.guardian_id = m.guardian_id
),
guardian AS (  -- rights are those of the day of the talk, and no restriction stands between now and then
    SELECT m.family_id, m.guardian_id, g.student_id, json_agg(day.session_id) AS sessions,
           bool_or(yes.id IS NOT NULL) AS student_agreed
    FROM member m
    CROSS JOIN day
    JOIN guardianships g ON g.school_id = :school_id AND g.guardian_id = m.guardian_id
    JOIN students s ON s.school_id = :school_id AND s.id = g.student_id
    JOIN family f ON f.id = m.family_id
    LEFT JOIN household_members h
        ON h.school_id = :school_id AND h.household_id = f.household_id AND h.student_id = g.student_id
    LEFT JOIN conference_consents yes
        ON yes.school_id = :school_id AND yes.round_id = :round_id AND yes.student_id = g.student_id
    WHERE (f.household_id IS NULL OR h.id IS NOT NULL)
      AND (g.legal_authority OR g.legal_parents_agreed_on <= day.on_day
           OR g.right_to_information AND g.relationship IN ('mother', 'father', 'parent'))
      AND (s.born_on IS NULL OR s.born_on > day.on_day - interval '18 years' OR yes.id IS NOT NULL)
      AND (g.ended_on IS NULL OR g.ended_on > day.on_day) AND (s.ended_on IS NULL OR s.ended_on > day.on_day)
      AND NOT EXISTS (
          SELECT FROM restrictions r
          WHERE r.school_id = :school_id AND r.guardian_id = g.guardian_id AND r.student_id = g.student_id
            AND r.starts_on <= day.on_day AND r.ends_on > :today)
    GROUP BY m.family_id, m.guardian_id, g.student_id
),
person AS (
    SELECT family_id, guardian_id AS resource_id FROM member
    UNION SELECT m.family_id, h.household_id FROM member m JOIN home h USING (guardian_id)
    UNION SELECT id, household_id FROM family WHERE household_id IS NOT NULL
),
resource AS (
    SELECT unnest(CAST(:staff AS uuid[])) AS id
    UNION SELECT resource_id FROM person UNION SELECT student_id FROM guardian
    UNION SELECT i.interpreter_id FROM conference_interpreters i
          WHERE i.school_id = :school_id AND i.round_id = :round_id
    UNION SELECT (place ->> 'room_id')::uuid FROM conference_staff t, jsonb_array_elements(t.places) place
          WHERE t.school_id = :school_id AND t.round_id = :round_id AND t.staff_id = ANY (:staff)
),
held AS (
    SELECT r.id AS resource_id, c.cell
    FROM resource r
    CROSS JOIN span
    CROSS JOIN LATERAL (  -- the offset makes it one look into the key for each, however many claims there are
        SELECT c.cell, c.holder_id FROM claims c
        WHERE c.school_id = :school_id AND c.resource_id = r.id AND c.cell >= span.first AND c.cell < span.last + 24
        OFFSET 0
    ) c
    WHERE c.holder_id <> ALL (:except_holders)
      AND NOT EXISTS (
          SELECT FROM conference_holds h
          WHERE h.school_id = :school_id AND h.id = c.holder_id AND h.expires_at <= :now)
),
taken AS (SELECT resource_id, json_agg(cell) AS cells FROM held GROUP BY resource_id),
request AS (
    SELECT p.family_id, r.*,
           (SELECT coalesce(json_agg(s.staff_id ORDER BY s.position, s.id), '[]') FROM conference_request_parties s
            WHERE s.school_id = :school_id AND s.request_id = r.id AND s.staff_id IS NOT NULL) AS staff_ids,
           (SELECT coalesce(json_agg(s.student_id), '[]') FROM conference_request_parties s
            WHERE s.school_id = :school_id AND s.request_id = r.id AND s.student_id IS NOT NULL) AS student_ids,
           (SELECT count(*) > 1 FROM conference_request_parties s
            WHERE s.school_id = :school_id AND s.request_id = r.id AND s.family_id IS NOT NULL
                AND NOT s.awaits_yes) AS is_joint
    FROM conference_request_parties p
    JOIN conference_requests r ON r.school_id = :school_id AND r.id = p.request_id
    WHERE p.school_id = :school_id AND p.family_id = ANY (:families) AND r.round_id = :round_id
      AND r.withdrawn_at IS NULL AND NOT p.awaits_yes
),
talk AS (
    SELECT r.family_id, r.id AS request_id, r.staff_ids, r.student_ids, r.created_by_staff_id IS NULL AS is_unasked,
           c.id AS conversation_id, c.starts_at, c.room_id, c.channel,
           c.ends_at + c.interpreter_buffer_minutes * interval '1 minute' AS ends_at
    FROM request r
    JOIN conference_bookings b ON b.school_id = :school_id AND b.request_id = r.id
    JOIN conversations c ON c.school_id = :school_id AND c.id = b.conversation_id
    WHERE c.status NOT IN ('cancelled', 'no_show') AND c.id <> ALL (:except_holders)
)
SELECT json_build_object(
    'now', CAST(:now AS timestamptz),
    'round', (
        SELECT row_to_json(found) FROM (
            SELECT r.id, r.status, r.mode, r.level, r.meeting_type, r.grid_minutes, r.talk_minutes,
                   r.interpreted_talk_minutes, r.room_change_minutes, r.channel_change_minutes, r.student_briefing,
                   r.booking, s.time_zone,
                   coalesce((SELECT t.interpreter_buffer_minutes FROM meeting_types t WHERE t.key = r.meeting_type
                             ORDER BY t.school_id DESC LIMIT 1), 0) AS interpreter_buffer_minutes,
                   (SELECT coalesce(json_agg(json_build_object(
                        'id', e.id, 'starts_at', e.starts_at, 'ends_at', e.ends_at,
                        'academic_session_id', (
                            SELECT y.id FROM academic_sessions y
                            WHERE y.school_id = :school_id AND y.kind = 'school_year'
                              AND (e.starts_at AT TIME ZONE s.time_zone)::date >= y.starts_on
                              AND (e.starts_at AT TIME ZONE s.time_zone)::date < y.ends_on LIMIT 1)
                        ) ORDER BY e.starts_at), '[]')
                    FROM conference_sessions e
                    WHERE e.school_id = :school_id AND e.round_id = r.id) AS sessions
            FROM conference_rounds r JOIN schools s ON s.school_id = r.school_id
            WHERE r.school_id = :school_id AND r.id = :round_id
        ) found),
    'staff', (
        SELECT coalesce(json_agg(json_build_object(
            'staff_id', t.staff_id, 'available', t.available, 'breaks', t.breaks, 'places', t.places,
            'longest_run_minutes', t.longest_run_minutes, 'shortest_break_minutes', t.shortest_break_minutes,
            'teaching_days', m.teaching_days, 'teaches_nobody', m.function <> 'teacher',
            'taken', coalesce(k.cells, '[]'),
            'students', (
                SELECT coalesce(json_agg(DISTINCT e.student_id), '[]')
                FROM class_staff c
                JOIN enrollments e ON e.school_id = :school_id AND e.class_id = c.class_id
                WHERE c.school_id = :school_id AND c.staff_id = t.staff_id
                  AND (c.ended_on IS NULL OR c.ended_on > :today) AND (e.ended_on IS NULL OR e.ended_on > :today)
                  AND e.student_id IN (SELECT student_id FROM guardian)))), '[]')
        FROM conference_staff t
        JOIN staff_members m ON m.school_id = :school_id AND m.id = t.staff_id
        LEFT JOIN taken k ON k.resource_id = t.staff_id
        WHERE t.school_id = :school_id AND t.round_id = :round_id AND t.staff_id = ANY (:staff)),
    'rooms', (
        SELECT coalesce(json_agg(json_build_object(
            'room_id', r.room_id, 'location_id', r.location_id, 'talks_at_once', r.talks_at_once,
            'taken', coalesce(k.cells, '[]'))), '[]')
        FROM conference_rooms r LEFT JOIN taken k ON k.resource_id = r.room_id
        WHERE r.school_id = :school_id AND r.round_id = :round_id),
    'ways', (
        SELECT coalesce(json_agg(json_build_object(
            'location_id', l.id, 'other_id', way ->> 'location_id', 'minutes', way -> 'minutes')), '[]')
        FROM conference_locations l, jsonb_array_elements(l.walks) way
        WHERE l.school_id = :school_id AND l.round_id = :round_id),
    'interpreters', (
        SELECT coalesce(json_agg(json_build_object(
            'interpreter_id', i.interpreter_id, 'languages', p.languages, 'available', i.available,
            'taken', coalesce(k.cells, '[]')) ORDER BY p.is_professional DESC, i.id), '[]')
        FROM conference_interpreters i
        JOIN interpreters p ON p.school_id = :school_id AND p.id = i.interpreter_id
        LEFT JOIN taken k ON k.resource_id = i.interpreter_id
        WHERE i.school_id = :school_id AND i.round_id = :round_id),
    'families', (
        SELECT coalesce(json_agg(json_build_object(
            'id', f.id, 'available', f.available, 'answered', f.answered_at IS NOT NULL,
            'most_sessions', f.most_sessions, 'extra_walking_minutes', f.extra_walking_minutes,
            'channel', f.channel, 'interpreter_language', f.interpreter_language,
            'members', (SELECT coalesce(json_agg(m.guardian_id), '[]') FROM member m WHERE m.family_id = f.id),
            'guardians', (
                SELECT coalesce(json_agg(json_build_object(
                    'guardian_id', g.guardian_id, 'student_id', g.student_id,
                    'sessions', g.sessions, 'student_agreed', g.student_agreed,
                    'homes', (SELECT coalesce(json_agg(h.household_id), '[]') FROM home h
                              WHERE h.guardian_id = g.guardian_id))
                    ORDER BY g.student_id, g.guardian_id), '[]')
                FROM guardian g WHERE g.family_id = f.id),
            'elsewhere', (
                SELECT coalesce(json_agg(json_build_object(
                    'guardian_id', g.guardian_id, 'student_id', g.student_id, 'homes', '[]'::json)), '[]')
                FROM guardianships g
                WHERE g.school_id = :school_id AND g.right_to_information
                  AND g.student_id IN (SELECT student_id FROM guardian WHERE family_id = f.id)
                  AND g.guardian_id NOT IN (SELECT guardian_id FROM member WHERE family_id = f.id)
                  AND (g.ended_on IS NULL OR g.ended_on > :today)),
            'taken', (SELECT coalesce(json_agg(h.cell), '[]') FROM held h
                      JOIN person p ON p.resource_id = h.resource_id WHERE p.family_id = f.id),
            'kept_apart', (
                SELECT coalesce(json_agg(json_build_object(
                    'starts_at', CASE WHEN a.rule = 'min_gap' THEN c.starts_at - a.minutes * interval '1 minute'
                                      ELSE e.starts_at END,
                    'ends_at', CASE WHEN a.rule = 'min_gap'
                                    THEN c.ends_at + (a.minutes + c.interpreter_buffer_minutes) * interval '1 minute'
                                    ELSE e.ends_at END)), '[]')
                FROM conference_separations a
                JOIN conference_request_parties q ON q.school_id = :school_id AND q.family_id =
                     CASE f.id WHEN a.first_family_id THEN a.second_family_id ELSE a.first_family_id END
                     AND NOT q.awaits_yes
                JOIN conference_bookings b ON b.school_id = :school_id AND b.request_id = q.request_id
                JOIN conference_sessions e ON e.school_id = :school_id AND e.id = b.session_id
                JOIN conversations c ON c.school_id = :school_id AND c.id = b.conversation_id
                WHERE a.school_id = :school_id AND f.id IN (a.first_family_id, a.second_family_id)
                  AND c.channel = 'in_person' AND c.status NOT IN ('cancelled', 'no_show')
                  AND c.id <> ALL (:except_holders)),
            'talks', (SELECT coalesce(json_agg(row_to_json(t)), '[]') FROM talk t WHERE t.family_id = f.id),
            'asked', (
                SELECT coalesce(json_agg(json_build_object(
                    'id', r.id, 'staff_ids', r.staff_ids, 'student_ids', r.student_ids, 'need', r.need,
                    'rank', r.rank, 'by_staff', r.created_by_staff_id IS NOT NULL, 'is_joint', r.is_joint,
                    'minutes', r.minutes, 'channel', r.channel, 'interpreter_language', r.interpreter_language)
                    ORDER BY r.rank, r.id), '[]')
                FROM request r WHERE r.family_id = f.id
                  AND NOT EXISTS (SELECT FROM talk t WHERE t.request_id = r.id)))), '[]')
        FROM family f),
    'students_taken', (
        SELECT coalesce(json_object_agg(k.resource_id, k.cells), '{}')
        FROM taken k WHERE k.resource_id IN (SELECT student_id FROM guardian))
)::text
FROM conference_rounds this WHERE this.school_id = :school_id AND this.id = :round_id
""")
