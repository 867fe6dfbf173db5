"""What floor (a) asks PostgreSQL: the same documents as ours, written by hand, visible to whoever asks."""

MEETING_TYPES = """
SELECT json_build_object('items', json_agg(row_to_json(d)), 'next_cursor', null)
FROM (
    SELECT m.key, m.name ->> $1 AS name, m.purpose ->> $1 AS purpose, m.why ->> $1 AS why, m.levels,
           localized(m.season, $1) AS season, m.duration, localized(m.channels, $1) AS channels,
           localized(m.participants, $1) AS participants, m.agenda_set_by, localized(m.agenda_note, $1) AS agenda_note,
           m.host_moments, localized(m.phases, $1) AS phases, localized(m.pitfalls, $1) AS pitfalls, m.source,
           m.id, m.version, m.created_at, m.updated_at
    FROM meeting_types m ORDER BY m.key, m.id LIMIT 50
) d
"""

STUDENTS = """
SELECT json_build_object('items', json_agg(row_to_json(d)), 'next_cursor', null)
FROM (
    SELECT s.given_name, s.family_name, s.preferred_name, s.level, s.born_on, s.external_ids, s.id, s.version,
           s.created_at, s.updated_at, s.sourced_id, s.ended_on,
           (SELECT coalesce(json_agg(row_to_json(e)), '[]') FROM (
                SELECT e.class_id, e.starts_on, e.ended_on, c.title
                FROM enrollments e JOIN classes c ON c.school_id = e.school_id AND c.id = e.class_id
                WHERE e.school_id = s.school_id AND e.student_id = s.id ORDER BY e.id) e) AS classes,
           (SELECT coalesce(json_agg(row_to_json(g)), '[]') FROM (
                SELECT l.guardian_id, l.relationship, l.legal_authority, l.right_to_information, l.may_be_contacted,
                       l.legal_parents_agreed_on, l.id, g.given_name, g.family_name
                FROM guardianships l JOIN guardians g ON g.school_id = l.school_id AND g.id = l.guardian_id
                WHERE l.school_id = s.school_id AND l.student_id = s.id ORDER BY l.id) g) AS guardians
    FROM students s WHERE s.school_id = $1 ORDER BY s.family_name, s.id LIMIT $2
) d
"""

CONVERSATION = """
SELECT row_to_json(d)
FROM (
    SELECT c.channel, c.room_id, c.place, c.interpreter_mode, c.host_moment, c.goal, c.strengths, c.briefing,
           c.is_sensitive, c.includes_papers, c.student_agreed, c.home_visit_consent, c.informed_otherwise,
           c.id, c.version, c.created_at, c.updated_at, c.meeting_type, c.student_id, c.academic_session_id, c.status,
           c.starts_at, c.is_time_chosen, c.ends_at,
           to_char(timezone(s.time_zone, c.starts_at), 'YYYY-MM-DD"T"HH24:MI:SS') AS local_start, s.time_zone,
           c.interpreter_buffer_minutes, c.answer_by, c.cancelled_reason, c.created_by_id,
           (SELECT coalesce(json_agg(row_to_json(p)), '[]') FROM (
                SELECT p.role, p.staff_id, p.guardian_id, p.student_id, p.interpreter_id, p.organisation, p.reason,
                       p.chose_whatsapp, p.id, coalesce(t.given_name, g.given_name, l.given_name) AS given_name,
                       coalesce(t.family_name, g.family_name, l.family_name) AS family_name, p.answer, p.answered_at,
                       p.answer_reason, p.entered_by_id, p.announced_at, p.acknowledged_at
                FROM conversation_participants p
                LEFT JOIN staff_members t ON t.school_id = p.school_id AND t.id = p.staff_id
                LEFT JOIN guardians g ON g.school_id = p.school_id AND g.id = p.guardian_id
                LEFT JOIN students l ON l.school_id = p.school_id AND l.id = p.student_id
                WHERE p.school_id = c.school_id AND p.conversation_id = c.id ORDER BY p.id) p) AS participants,
           (SELECT coalesce(json_agg(row_to_json(o)), '[]') FROM (
                SELECT o.id, o.starts_at, o.ends_at FROM conversation_proposals o
                WHERE o.school_id = c.school_id AND o.conversation_id = c.id ORDER BY o.starts_at) o) AS offered_times,
           (SELECT coalesce(json_agg(row_to_json(a)), '[]') FROM (
                SELECT a.* FROM agenda_points a
                WHERE a.school_id = c.school_id AND a.conversation_id = c.id ORDER BY a.id) a) AS agenda,
           (SELECT coalesce(json_agg(row_to_json(a)), '[]') FROM (
                SELECT a.* FROM agreements a
                JOIN conversations e ON e.school_id = a.school_id AND e.id = a.conversation_id
                WHERE a.school_id = c.school_id AND a.student_id = c.student_id AND a.conversation_id <> c.id
                  AND a.done_at IS NULL AND e.starts_at < c.starts_at ORDER BY a.id) a) AS open_agreements,
           localized(c.warnings, 'nl') AS warnings
    FROM conversations c JOIN schools s ON s.school_id = c.school_id
    WHERE c.school_id = $1 AND c.id = $2
) d
"""

REACH = """
SELECT json_build_object('rows', json_agg(row_to_json(d)))
FROM (
    SELECT f.level AS key, count(*) AS families, count(*) FILTER (WHERE f.spoken) AS spoken_with,
           count(*) FILTER (WHERE f.invited AND NOT f.spoken) AS never_answered,
           count(*) FILTER (WHERE NOT f.invited AND NOT f.spoken) AS never_invited
    FROM (SELECT s.level,
                 EXISTS (SELECT FROM family_contacts c WHERE c.school_id = s.school_id AND c.student_id = s.id)
                 OR EXISTS (SELECT FROM conversations c WHERE c.school_id = s.school_id AND c.student_id = s.id
                            AND c.status = 'completed') AS spoken,
                 EXISTS (SELECT FROM messages m WHERE m.school_id = s.school_id AND m.student_id = s.id) AS invited
          FROM students s WHERE s.school_id = $1) f
    GROUP BY f.level
) d
"""

TO_REACH = """
SELECT json_build_object('items', json_agg(row_to_json(d)))
FROM (
    SELECT s.id AS student_id, s.given_name, s.family_name,
           (SELECT coalesce(json_agg(json_build_object('way', m.channel, 'tried_on', m.created_at::date)), '[]')
            FROM messages m WHERE m.school_id = s.school_id AND m.student_id = s.id) AS tried
    FROM students s
    WHERE s.school_id = $1
      AND NOT EXISTS (SELECT FROM family_contacts c WHERE c.school_id = s.school_id AND c.student_id = s.id)
    ORDER BY s.family_name, s.given_name, s.id LIMIT 50
) d
"""

ROWS = {
    table: f"""
SELECT json_build_object('items', json_agg(row_to_json(d)), 'next_cursor', null)
FROM (SELECT * FROM {table} WHERE school_id = $1 ORDER BY created_at, id LIMIT 50) d
"""
    for table in ("activities", "activity_ideas", "leads", "home_visits", "family_contacts", "messages")
}
