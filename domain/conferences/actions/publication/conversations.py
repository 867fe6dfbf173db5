"""The talks of a schedule as conversations: new ones, moved ones, and those that are called off."""

from sqlalchemy import text

from domain.conversations.models.conversations import Conversation
from domain.kernel.in_sql import NEW_ID, defaults_of

_YEAR = """(SELECT y.id FROM academic_sessions y
             WHERE y.school_id = :school_id AND y.kind = 'school_year' AND y.starts_on <= t.on_day
               AND t.on_day < y.ends_on ORDER BY y.id LIMIT 1)"""
_TOLD_OTHERWISE = """
coalesce((SELECT jsonb_agg(g.guardian_id ORDER BY g.guardian_id)
            FROM guardianships g
           WHERE g.school_id = :school_id AND g.student_id = t.students[1] AND g.right_to_information
             AND (EXISTS (SELECT FROM conference_families f
                           WHERE f.school_id = :school_id AND f.round_id = :round_id
                             AND f.guardian_id = g.guardian_id AND f.id <> ALL (t.families))
                  OR EXISTS (SELECT FROM household_members h
                               JOIN conference_families f ON f.school_id = :school_id AND f.round_id = :round_id
                                AND f.household_id = h.household_id AND f.id <> ALL (t.families)
                              WHERE h.school_id = :school_id AND h.guardian_id = g.guardian_id))
             AND NOT EXISTS (SELECT FROM publication_people p
                              WHERE p.conversation_id = t.conversation_id AND p.person_id = g.guardian_id)), '[]')"""
"""Parents who live elsewhere have their own invitation to the round (R17)."""

_VALUES = {
    "meeting_type": ":meeting_type",
    "student_id": "t.students[1]",
    "academic_session_id": _YEAR,
    "status": "'planned'",
    "channel": "t.channel",
    "room_id": "t.room_id",
    "interpreter_mode": "CASE WHEN t.interpreter_id IS NOT NULL THEN replace(t.channel, 'in_person', 'on_site') END",
    "briefing": "CASE WHEN t.with_student THEN :briefing END",
    "informed_otherwise": _TOLD_OTHERWISE,
    "student_agreed": """EXISTS (SELECT FROM conference_consents c WHERE c.school_id = :school_id
                                  AND c.round_id = :round_id AND c.student_id = t.students[1])""",
    "starts_at": "t.starts_at",
    "ends_at": "t.ends_at",
    "interpreter_buffer_minutes": "t.buffer_minutes",
    "is_time_chosen": "true",
    "created_by_id": "CAST(:planner_id AS uuid)",
}
_ALL = _VALUES | defaults_of(Conversation, _VALUES)

ADDED = text(f"""
INSERT INTO conversations (school_id, id, {", ".join(_ALL)})
SELECT :school_id, t.conversation_id, {", ".join(_ALL.values())} FROM publication t WHERE t.deed = 'added'
""")
BOOKED = text(f"""
INSERT INTO conference_bookings (school_id, id, round_id, request_id, conversation_id, session_id, origin, is_frozen)
SELECT :school_id, {NEW_ID}, :round_id, request_id, conversation_id, session_id, 'planned', false
  FROM publication WHERE deed = 'added'
""")
MOVED = text(f"""
UPDATE conversations c
   SET starts_at = t.starts_at, ends_at = t.ends_at, room_id = t.room_id, status = 'planned', is_time_chosen = true,
       interpreter_buffer_minutes = t.buffer_minutes, academic_session_id = {_YEAR}
  FROM publication t
 WHERE c.school_id = :school_id AND c.id = t.conversation_id AND t.deed = 'moved'
""")
OFFERS_GONE = text("""
DELETE FROM conversation_proposals p USING publication t
 WHERE p.school_id = :school_id AND p.conversation_id = t.conversation_id AND t.deed = 'moved'
""")
REBOOKED = text("""
UPDATE conference_bookings b SET session_id = t.session_id
  FROM publication t WHERE b.school_id = :school_id AND b.id = t.booking_id AND t.deed = 'moved'
""")
CALLED_OFF = text("""
UPDATE conversations c SET status = 'cancelled', cancelled_reason = :cancelled_reason
  FROM publication t WHERE c.school_id = :school_id AND c.id = t.conversation_id AND t.deed = 'dropped'
""")
UNBOOKED = text("""
DELETE FROM conference_bookings b USING publication t
 WHERE b.school_id = :school_id AND b.id = t.booking_id AND t.deed = 'dropped'
""")
"""What was asked for can be planned again."""

AGENDA = text(f"""
INSERT INTO agenda_points (school_id, id, conversation_id, participant_id, brought_by, text, added_at_status)
SELECT :school_id, {NEW_ID}, t.conversation_id, p.id, t.brought_by, topic.words, 'planned'
  FROM publication t
 CROSS JOIN LATERAL jsonb_array_elements_text(t.topics) WITH ORDINALITY AS topic (words, number)
  LEFT JOIN conversation_participants p
    ON p.school_id = :school_id AND p.conversation_id = t.conversation_id
   AND (p.staff_id = t.created_by_staff_id OR p.guardian_id = t.created_by_guardian_id)
 WHERE t.deed = 'added' AND t.brought_by = ANY (CAST(:may_bring AS text[]))
   AND (t.created_by_guardian_id IS NULL OR cardinality(t.families) = 1)
 ORDER BY t.conversation_id, topic.number
""")
"""What one household brought, the other does not read (R17): at a talk of both, each brings its own there."""
