"""What floor (a) asks PostgreSQL: the same documents as ours, written by hand."""

STUDENTS = """
SELECT json_build_object('items', json_agg(row_to_json(d)), 'next_cursor', null)
FROM (
    SELECT s.given_name, s.family_name, s.preferred_name, s.level, s.born_on, s.external_ids, s.id, s.version,
           s.created_at, s.updated_at, s.sourced_id, s.ended_on,
           (SELECT coalesce(json_agg(row_to_json(e) ORDER BY e.id), '[]') FROM (
                SELECT e.class_id, e.starts_on, e.ended_on, c.title, e.id
                FROM enrollments e JOIN classes c ON c.school_id = e.school_id AND c.id = e.class_id
                WHERE e.school_id = s.school_id AND e.student_id = s.id) e) AS classes,
           (SELECT coalesce(json_agg(row_to_json(g) ORDER BY g.id), '[]') FROM (
                SELECT l.guardian_id, l.relationship, l.legal_authority, l.right_to_information, l.may_be_contacted,
                       l.legal_parents_agreed_on, l.id, g.given_name, g.family_name
                FROM guardianships l JOIN guardians g ON g.school_id = l.school_id AND g.id = l.guardian_id
                WHERE l.school_id = s.school_id AND l.student_id = s.id) g) AS guardians
    FROM students s WHERE s.school_id = $1 ORDER BY s.family_name, s.id LIMIT $2
) d
"""
