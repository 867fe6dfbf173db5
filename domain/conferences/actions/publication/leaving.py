"""Families that no longer come leave their talks: one of two households goes, and the talk stays the other's (R17)."""

from sqlalchemy import text

from domain.conferences.queries.asked import MEMBERS

_OTHERS = """
EXISTS (SELECT FROM conference_request_parties o
         WHERE o.school_id = r.school_id AND o.request_id = r.id AND o.family_id IS NOT NULL AND NOT o.awaits_yes
           AND o.family_id <> ALL (CAST(:families AS uuid[])))"""
"""Somebody else still comes to what is asked for in `r`."""

WITHDRAWN = text(f"""
UPDATE conference_requests r SET withdrawn_at = :now
 WHERE r.school_id = :school_id AND r.round_id = :round_id AND r.withdrawn_at IS NULL AND NOT {_OTHERS}
   AND EXISTS (SELECT FROM conference_request_parties p
                WHERE p.school_id = r.school_id AND p.request_id = r.id
                  AND p.family_id = ANY (CAST(:families AS uuid[])))
""")
LEFT = text(f"""
DELETE FROM conference_request_parties p USING conference_requests r
 WHERE p.school_id = :school_id AND p.family_id = ANY (CAST(:families AS uuid[]))
   AND r.school_id = p.school_id AND r.id = p.request_id AND r.withdrawn_at IS NULL AND {_OTHERS}
RETURNING p.request_id
""")
"""The talks in which others stay."""

STEPPED_BACK = text(f"""
UPDATE conversation_participants p
   SET answer = 'declined', answered_at = :now, answer_reason = NULL, entered_by_id = CAST(:planner_id AS uuid)
  FROM conference_bookings b
  JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
   AND c.status IN ('planned', 'proposed') AND c.starts_at > :now
 WHERE b.school_id = :school_id AND b.request_id = ANY (CAST(:talks AS uuid[]))
   AND p.school_id = b.school_id AND p.conversation_id = b.conversation_id AND p.answer <> 'declined'
   AND p.guardian_id IN (SELECT m.guardian_id FROM conference_families f CROSS JOIN LATERAL ({MEMBERS}) m
                          WHERE f.school_id = :school_id AND f.id = ANY (CAST(:families AS uuid[])))
   AND p.guardian_id NOT IN (SELECT m.guardian_id FROM conference_request_parties o
                               JOIN conference_families f ON f.school_id = o.school_id AND f.id = o.family_id
                              CROSS JOIN LATERAL ({MEMBERS}) m
                              WHERE o.school_id = :school_id AND o.request_id = b.request_id AND NOT o.awaits_yes)
RETURNING p.conversation_id, p.id AS participant_id, c.student_id
""")
SEEN_CHANGED = (
    text("UPDATE conversations SET version = version + 1 WHERE school_id = :school_id AND id = ANY (:conversations)"),
    text("""UPDATE conference_bookings SET version = version + 1
             WHERE school_id = :school_id AND conversation_id = ANY (:conversations)"""),
)
"""Who comes goes out with these rows."""

HOMES_FREE = text("""
DELETE FROM claims c
 WHERE c.school_id = :school_id AND c.holder_id = ANY (:conversations) AND c.kind = 'household'
   AND NOT EXISTS (
       SELECT FROM conversation_participants p
         LEFT JOIN household_members h ON h.school_id = p.school_id AND h.guardian_id = p.guardian_id
        WHERE p.school_id = c.school_id AND p.conversation_id = c.holder_id AND p.guardian_id IS NOT NULL
          AND p.answer IS DISTINCT FROM 'declined' AND coalesce(h.household_id, p.guardian_id) = c.resource_id)
""")
