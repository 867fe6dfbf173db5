"""What others hear of a publication: one event for each talk that is new, moved or called off."""

from sqlalchemy import text

from domain.kernel.in_sql import NEW_ID

TOLD = text(f"""
INSERT INTO events (school_id, id, type, resource, resource_id, occurred_at, actor_id, data)
SELECT :school_id, {NEW_ID},
       'conversation.' || CASE deed WHEN 'added' THEN 'planned' WHEN 'moved' THEN 'rescheduled' ELSE 'cancelled' END,
       'conversations', c.id, CAST(:now AS timestamptz), CAST(:actor_id AS uuid),
       jsonb_build_object('student_id', c.student_id, 'round_id', CAST(:round_id AS uuid))
  FROM publication t
  JOIN conversations c ON c.school_id = :school_id AND c.id = t.conversation_id
 WHERE t.deed IN ('added', 'moved', 'dropped')
 ORDER BY t.starts_at, c.id
""")
