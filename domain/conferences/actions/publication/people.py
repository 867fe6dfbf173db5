"""Who takes part in the talks that are published, as their rights are on that day."""

from sqlalchemy import text

from domain.conferences.queries.asked import MEMBERS
from domain.kernel.in_sql import NEW_ID

_DECIDE_ALONE = """
ARRAY (SELECT s.id FROM students s
        WHERE s.school_id = :school_id AND s.id = ANY (p.students)
          AND extract(year FROM age(p.on_day, s.born_on)) >= :of_age
          AND NOT EXISTS (SELECT FROM conference_consents c
                           WHERE c.school_id = :school_id AND c.round_id = :round_id AND c.student_id = s.id))
"""
"""Students of age who did not agree that parents take part (R19)."""

_MAY_COME = """
EXISTS (SELECT FROM guardianships g
         WHERE g.school_id = :school_id AND g.student_id = s.id AND g.guardian_id = m.guardian_id
           AND (g.ended_on IS NULL OR g.ended_on > t.on_day)
           AND (g.legal_authority OR g.legal_parents_agreed_on <= t.on_day
                OR (g.right_to_information AND g.relationship IN ('mother', 'father', 'parent'))))
AND NOT EXISTS (SELECT FROM restrictions r
                 WHERE r.school_id = :school_id AND r.student_id = s.id AND r.guardian_id = m.guardian_id
                   AND r.starts_on <= t.on_day AND t.on_day < r.ends_on)
"""
"""As R17 and R18 have it for one conversation, for each of the students that a talk is about."""

PEOPLE = text(f"""
CREATE TEMP TABLE publication_people ON COMMIT DROP AS
WITH t AS MATERIALIZED (
       SELECT p.*, {_DECIDE_ALONE} AS alone FROM publication p WHERE deed IN ('added', 'moved')),
     guardians AS (
       SELECT DISTINCT t.conversation_id, m.guardian_id
         FROM t
        CROSS JOIN LATERAL unnest(t.families) AS one (id)
         JOIN conference_families f ON f.school_id = :school_id AND f.id = one.id
        CROSS JOIN LATERAL ({MEMBERS}) m
        WHERE cardinality(t.alone) = 0
          AND NOT EXISTS (SELECT FROM unnest(t.students) AS s (id) WHERE NOT ({_MAY_COME})))
SELECT t.conversation_id, 1 AS place, w.number, 'staff' AS kind, w.id AS person_id, false AS is_asked,
       CASE WHEN w.number = 1 OR staff.function = 'teacher' THEN 'teacher'
            WHEN staff.function IN ('head', 'care_coordinator', 'bridge_worker') THEN staff.function
            ELSE 'colleague' END AS role
  FROM t CROSS JOIN LATERAL unnest(t.staff) WITH ORDINALITY AS w (id, number)
  JOIN staff_members staff ON staff.school_id = :school_id AND staff.id = w.id
UNION ALL
SELECT conversation_id, 2, 1, 'guardian', guardian_id, true, 'guardian' FROM guardians
UNION ALL
SELECT t.conversation_id, 3, w.number, 'student', w.id, w.id = ANY (t.alone), 'student'
  FROM t CROSS JOIN LATERAL unnest(t.students) WITH ORDINALITY AS w (id, number)
 WHERE t.with_student OR w.id = ANY (t.alone)
UNION ALL
SELECT conversation_id, 4, 1, 'interpreter', interpreter_id, false, 'interpreter'
  FROM t WHERE interpreter_id IS NOT NULL
""")
"""With whom the family talks is its teacher, whatever else they do in the school; who comes beside is announced (R23).
A student of age who decides alone comes in their own name and is the one who is asked (R19)."""

INDEXED = text("CREATE INDEX ON publication_people (conversation_id)")
ANALYZED = text("ANALYZE publication_people")

NOBODY = text("""
SELECT request_id FROM publication t
 WHERE deed = 'added'
   AND NOT EXISTS (SELECT FROM publication_people p WHERE p.conversation_id = t.conversation_id AND p.is_asked)
 ORDER BY request_id
""")
"""Talks of which the whole family may not come on that day."""

OTHER_INTERPRETER = text("""
DELETE FROM conversation_participants p USING publication t
 WHERE p.school_id = :school_id AND t.deed = 'moved' AND p.conversation_id = t.conversation_id
   AND p.interpreter_id IS NOT NULL AND p.interpreter_id IS DISTINCT FROM t.interpreter_id
""")
NO_LONGER = text("""
DELETE FROM conversation_participants p USING publication t
 WHERE p.school_id = :school_id AND t.deed = 'moved' AND p.conversation_id = t.conversation_id
   AND p.guardian_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM publication_people w
                    WHERE w.conversation_id = t.conversation_id AND w.person_id = p.guardian_id)
""")
"""A parent who may not come on the new day takes no part in it (R17)."""

ASKED_AGAIN = text("""
UPDATE conversation_participants p
   SET answer = 'invited', answered_at = NULL, answer_reason = NULL, entered_by_id = NULL
  FROM publication t
 WHERE p.school_id = :school_id AND t.deed = 'moved' AND p.conversation_id = t.conversation_id AND p.answer IS NOT NULL
   AND (p.answer <> 'declined'
        OR EXISTS (SELECT FROM publication_people w WHERE w.conversation_id = p.conversation_id AND w.is_asked
                                                      AND w.person_id IN (p.guardian_id, p.student_id))
           AND NOT EXISTS (SELECT FROM conversation_participants o
                            WHERE o.school_id = :school_id AND o.conversation_id = t.conversation_id
                              AND o.answer IN ('invited', 'accepted')))
""")
"""Who stepped back beside others stays away; a talk to which nobody would come asks those who may come once more."""

INVITED = text(f"""
INSERT INTO conversation_participants (school_id, id, conversation_id, role, staff_id, guardian_id, student_id,
                                       interpreter_id, answer, reason, announced_at, chose_whatsapp)
SELECT :school_id, {NEW_ID}, w.conversation_id, w.role,
       CASE w.kind WHEN 'staff' THEN w.person_id END, CASE w.kind WHEN 'guardian' THEN w.person_id END,
       CASE w.kind WHEN 'student' THEN w.person_id END, CASE w.kind WHEN 'interpreter' THEN w.person_id END,
       CASE WHEN w.is_asked THEN 'invited' END,
       CASE WHEN w.role = ANY (CAST(:professionals AS text[])) THEN :reason END,
       CASE WHEN w.role = ANY (CAST(:professionals AS text[])) THEN CAST(:now AS timestamptz) END, false
  FROM publication_people w
 WHERE NOT EXISTS (SELECT FROM conversation_participants p
                    WHERE p.school_id = :school_id AND p.conversation_id = w.conversation_id
                      AND w.person_id IN (p.staff_id, p.guardian_id, p.student_id, p.interpreter_id))
 ORDER BY w.conversation_id, w.place, w.number, w.person_id
""")
