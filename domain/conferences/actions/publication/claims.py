"""The time that published talks take of people and rooms: all that changed is let go of first, then claimed at once.

It claims as `domain/conversations/actions/claimed.py` does for one conversation. A room in which the round has several
talks at once is nobody's alone and is not claimed.
"""

from sqlalchemy import text

from domain.kernel.claims import CELL_SECONDS

RELEASED = text("""
DELETE FROM claims c USING publication t
 WHERE c.school_id = :school_id AND c.holder_id = t.conversation_id AND t.deed IN ('moved', 'dropped')
""")

WANTED = text(f"""
CREATE TEMP TABLE publication_claims ON COMMIT DROP AS
WITH t AS (
       SELECT *, (extract(epoch FROM starts_at) / {CELL_SECONDS})::int AS first_cell,
              ceil((extract(epoch FROM ends_at) + 60 * buffer_minutes) / {CELL_SECONDS})::int - 1 AS last_cell
         FROM publication WHERE deed IN ('added', 'moved')),
     p AS (
       SELECT t.conversation_id, p.staff_id, p.guardian_id, p.student_id, p.interpreter_id
         FROM t
         JOIN conversation_participants p ON p.school_id = :school_id AND p.conversation_id = t.conversation_id
        WHERE p.answer IS DISTINCT FROM 'declined'),
     taken AS (
       SELECT conversation_id, 'teacher' AS kind, staff_id AS resource_id FROM p WHERE staff_id IS NOT NULL
        UNION SELECT conversation_id, 'student', student_id FROM p WHERE student_id IS NOT NULL
        UNION SELECT conversation_id, 'interpreter', interpreter_id FROM p WHERE interpreter_id IS NOT NULL
        UNION SELECT p.conversation_id, 'household', coalesce(h.household_id, p.guardian_id)
                FROM p LEFT JOIN household_members h ON h.school_id = :school_id AND h.guardian_id = p.guardian_id
               WHERE p.guardian_id IS NOT NULL
        UNION SELECT t.conversation_id, 'room', t.room_id FROM t
               WHERE t.room_id IS NOT NULL
                 AND NOT EXISTS (SELECT FROM conference_rooms r
                                  WHERE r.school_id = :school_id AND r.round_id = :round_id AND r.room_id = t.room_id
                                    AND r.talks_at_once > 1))
SELECT t.request_id, t.conversation_id, taken.kind, taken.resource_id, cell
  FROM t JOIN taken USING (conversation_id)
 CROSS JOIN generate_series(t.first_cell, t.last_cell) AS cell
""")
HOLDS_ENDED = text("""
WITH over AS (
       DELETE FROM conference_holds h
        WHERE h.school_id = :school_id AND h.round_id = :round_id
          AND EXISTS (SELECT FROM claims c JOIN publication_claims w USING (resource_id, cell)
                       WHERE c.school_id = :school_id AND c.holder_id = h.id)
       RETURNING h.id, h.wait_id),
     waiting AS (
       UPDATE conference_waits w SET status = 'waiting', offered_at = NULL
         FROM over WHERE w.school_id = :school_id AND w.id = over.wait_id AND w.status = 'offered')
DELETE FROM claims c USING over WHERE c.school_id = :school_id AND c.holder_id = over.id
""")
"""What a family was still choosing gives way to what is published: it hears so when it books. Who was offered such a
time keeps its place on the waiting list."""

CLAIMED = text("""
INSERT INTO claims (school_id, resource_id, cell, kind, holder_id)
SELECT :school_id, resource_id, cell, kind, conversation_id FROM publication_claims
 ORDER BY resource_id, cell, conversation_id
ON CONFLICT DO NOTHING
""")
TAKEN = text("""
SELECT DISTINCT w.request_id, w.kind FROM publication_claims w
 WHERE NOT EXISTS (SELECT FROM claims c
                    WHERE c.school_id = :school_id AND c.resource_id = w.resource_id AND c.cell = w.cell
                      AND c.holder_id = w.conversation_id)
 ORDER BY w.request_id, w.kind
""")
