"""Every form in which the school and a family spoke: ONE place. Each select gives school_id, student_id, guardian_id
(null: whoever it was of the family), kind and met_on. A new form of meeting is a new select here, and nothing else."""

from domain.reach.queries.days import day_of

CONVERSATIONS = f"""
    SELECT c.school_id, c.student_id, p.guardian_id,
           CASE WHEN EXISTS (SELECT FROM conference_bookings b
                             WHERE b.school_id = c.school_id AND b.conversation_id = c.id)
                THEN 'conference' ELSE 'conversation' END AS kind,
           {day_of("c.starts_at")} AS met_on
    FROM conversations c
    JOIN conversation_participants p ON p.school_id = c.school_id AND p.conversation_id = c.id
    WHERE c.status = 'completed' AND p.guardian_id IS NOT NULL AND p.answer IS DISTINCT FROM 'declined'
"""
"""Completed ones, the talks of a conference among them."""

SIBLINGS = f"""
    SELECT c.school_id, s.student_id, p.guardian_id, 'conference', {day_of("c.starts_at")}
    FROM conference_bookings b
    JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id AND c.status = 'completed'
    JOIN conference_request_parties s
      ON s.school_id = b.school_id AND s.request_id = b.request_id AND s.student_id <> c.student_id
    JOIN conversation_participants p
      ON p.school_id = c.school_id AND p.conversation_id = c.id
     AND p.guardian_id IS NOT NULL AND p.answer IS DISTINCT FROM 'declined'
"""
"""One talk may be about several children of a family."""

STUDENTS_OF_AGE = f"""
    SELECT c.school_id, p.student_id, NULL::uuid, 'conversation', {day_of("c.starts_at")}
    FROM conversations c
    JOIN conversation_participants p
      ON p.school_id = c.school_id AND p.conversation_id = c.id AND p.student_id = c.student_id
    JOIN students s ON s.school_id = c.school_id AND s.id = c.student_id
    WHERE c.status = 'completed' AND s.born_on <= {day_of("c.starts_at")} - interval '18 years'
"""
"""Who is of age counts in person (R19)."""

CONTACTS = "SELECT school_id, student_id, guardian_id, kind, met_on FROM family_contacts"

ACTIVITIES = f"""
    SELECT u.school_id, coalesce(u.student_id, g.student_id), u.guardian_id, 'activity', {day_of("u.came_at")}
    FROM activity_sign_ups u
    LEFT JOIN guardianships g
      ON g.school_id = u.school_id AND g.guardian_id = u.guardian_id AND u.student_id IS NULL
    WHERE u.came_at IS NOT NULL
"""
"""Who came, of those who signed up: for each of their children."""

VISITS = f"""
    SELECT school_id, student_id, guardian_id, 'home_visit', {day_of("starts_at")}
    FROM home_visits WHERE status = 'done'
"""

MET = (CONVERSATIONS, SIBLINGS, STUDENTS_OF_AGE, CONTACTS, ACTIVITIES, VISITS)

ALL_MET = " UNION ALL ".join(MET)
