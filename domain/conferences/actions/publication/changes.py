"""What a schedule changes in the talks that stand, as a temporary table: from it follows all that is written.

`added` and `moved` talks get their time, `dropped` ones are called off, the others stay as they are. A talk that was
asked for after the schedule was made is not in it and stays too; so does what was done to one since (`is_since`).
"""

from sqlalchemy import text

from domain.conferences.queries.asked import ASKED, CALLED_OFF, STANDING
from domain.kernel.in_sql import NEW_ID

CHANGES = text(f"""
CREATE TEMP TABLE publication ON COMMIT DROP AS
WITH asked AS ({ASKED}), standing AS ({STANDING}),
     interpreting AS (
       SELECT * FROM unnest(CAST(:minutes AS int[]), CAST(:interpreting AS int[])) AS i (minutes, added)),
     talks AS (
       SELECT t.request_id, t.session_id, t.starts_at, t.ends_at, t.stood_at, t.interpreter_id, t.room_id,
              CASE WHEN coalesce(t.interpreter_id::text, a.interpreter_language) IS NULL THEN 0 ELSE i.added END
                  AS buffer_minutes,
              a.id IS NOT NULL AND t.starts_at IS NOT NULL AS is_placed,
              (t.starts_at AT TIME ZONE :time_zone)::date AS on_day,
              a.need, a.families, a.students, a.staff, a.channel, a.with_student, a.topics, a.brought_by,
              a.created_by_staff_id, a.created_by_guardian_id
         FROM conference_talks t
         LEFT JOIN asked a ON a.id = t.request_id
         LEFT JOIN interpreting i ON i.minutes = extract(epoch FROM t.ends_at - t.starts_at) / 60
        WHERE t.school_id = :school_id AND t.schedule_id = :schedule_id)
SELECT t.*, s.id AS booking_id, coalesce(s.conversation_id, {NEW_ID}) AS conversation_id, is_since,
       CASE WHEN s.id IS NULL THEN CASE WHEN t.is_placed AND NOT is_since THEN 'added' ELSE 'left_out' END
            WHEN s.stays OR is_since THEN 'kept'
            WHEN NOT t.is_placed THEN 'dropped'
            WHEN (t.session_id, t.starts_at, t.ends_at, t.room_id, t.interpreter_id)
                 IS DISTINCT FROM (s.session_id, s.starts_at, s.ends_at, s.room_id, s.interpreter_id) THEN 'moved'
            ELSE 'kept' END AS deed
  FROM talks t
  LEFT JOIN standing s ON s.request_id = t.request_id
 CROSS JOIN LATERAL (
       SELECT s.starts_at IS DISTINCT FROM t.stood_at OR t.need IS NOT DISTINCT FROM 'not_needed'
              OR t.request_id IN ({CALLED_OFF}) AS is_since) since
""")
AHEAD = text(f"""
CREATE TEMP TABLE publication ON COMMIT DROP AS
WITH standing AS ({STANDING})
SELECT conversation_id, starts_at, 'dropped' AS deed FROM standing
 WHERE status IN ('planned', 'proposed') AND starts_at > :now
""")
"""The same when nothing stands any longer: all that has not begun is called off, frozen or not."""
SINCE = text("SELECT count(*) FROM publication WHERE is_since")
"""Talks that were booked, moved or called off after the schedule was planned, or are no longer wanted."""

ANALYZED = text("ANALYZE publication")
