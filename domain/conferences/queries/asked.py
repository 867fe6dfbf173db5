"""What is asked for in a round, as SQL: each request with its people, and with what the round and its families add."""

ASKED = """
SELECT r.school_id, r.id, r.round_id, r.need, r.rank, r.brought_by, r.with_student, r.topics, r.pinned_at,
       r.withdrawn_at, r.created_by_staff_id, r.created_by_guardian_id,
       coalesce(r.minutes, o.talk_minutes) AS minutes,
       coalesce(r.channel, (f.channels)[1]) AS channel,
       coalesce(r.interpreter_language, (f.languages)[1]) AS interpreter_language,
       p.families, p.students, p.staff
  FROM conference_requests r
  JOIN conference_rounds o ON o.school_id = r.school_id AND o.id = r.round_id
 CROSS JOIN LATERAL (
       SELECT array_remove(array_agg(family_id ORDER BY position, id) FILTER (WHERE NOT awaits_yes), NULL) AS families,
              array_remove(array_agg(student_id ORDER BY position, id), NULL) AS students,
              array_remove(array_agg(staff_id ORDER BY position, id), NULL) AS staff
         FROM conference_request_parties
        WHERE school_id = r.school_id AND request_id = r.id) p
 CROSS JOIN LATERAL (
       SELECT array_agg(channel ORDER BY array_position(p.families, id)) AS channels,
              array_agg(interpreter_language ORDER BY array_position(p.families, id))
                  FILTER (WHERE interpreter_language IS NOT NULL) AS languages
         FROM conference_families
        WHERE school_id = r.school_id AND id = ANY (p.families)) f
 WHERE r.school_id = :school_id AND r.round_id = :round_id AND r.withdrawn_at IS NULL
"""
"""`families`, `students` and `staff` are ids in their order; two households keep to what the first of them says, and
one that was asked along has no part in it before its yes."""

CALLED_OFF = """
SELECT b.request_id FROM conference_bookings b
  JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
 WHERE b.school_id = :school_id AND b.round_id = :round_id
 GROUP BY b.request_id HAVING bool_and(c.status = 'cancelled')
"""
"""Requests of which every talk was called off, by who asked or by who was asked: nobody plans them anew."""

STANDING = """
SELECT b.id, b.request_id, b.session_id, b.is_frozen, b.conversation_id, c.starts_at, c.ends_at, c.room_id, c.status,
       c.interpreter_buffer_minutes,
       b.is_frozen OR c.status NOT IN ('planned', 'proposed') OR c.starts_at <= :now AS stays,
       (SELECT p.interpreter_id FROM conversation_participants p
         WHERE p.school_id = c.school_id AND p.conversation_id = c.id AND p.interpreter_id IS NOT NULL
         ORDER BY p.id LIMIT 1) AS interpreter_id
  FROM conference_bookings b
  JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id AND c.status <> 'cancelled'
 WHERE b.school_id = :school_id AND b.round_id = :round_id
"""
"""The talks that stand; `stays` are those that no new schedule moves: frozen ones, and those that have begun."""

MEMBERS = """
SELECT f.guardian_id WHERE f.guardian_id IS NOT NULL
 UNION
SELECT h.guardian_id FROM household_members h
 WHERE h.school_id = f.school_id AND h.household_id = f.household_id AND h.guardian_id IS NOT NULL
"""
"""The guardians of the family `f`."""
