"""The statements behind the facts of messages: each gives the id of a message and a part of its facts, as JSON.

`asked` is the batch as JSON; every condition names the school, so that the indexes serve and nothing crosses over.
"""

from sqlalchemy import text

MESSAGES = """
WITH m AS (
    SELECT * FROM jsonb_to_recordset(CAST(:asked AS jsonb)) AS one (
        id uuid, kind text, resource text, resource_id uuid, student_id uuid, guardian_id uuid, sender_id uuid,
        told jsonb))
"""

PEOPLE = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object(
    'sender', json_build_object(
        'school_id', s.school_id, 'school', s.name, 'zone', s.time_zone,
        'name', coalesce(w.sender_name, s.name), 'reply_to', coalesce(w.reply_to, s.email), 'phone', s.phone,
        'person', t.given_name || ' ' || t.family_name),
    'student', coalesce(c.preferred_name, c.given_name),
    'recipient', coalesce(wish.name, g.preferred_name, g.given_name, c.preferred_name, c.given_name),
    'full_name', coalesce(coalesce(g.preferred_name, g.given_name) || ' ' || g.family_name,
                          coalesce(c.preferred_name, c.given_name) || ' ' || c.family_name),
    'email', g.email, 'phone', g.phone) AS text)
  FROM m
  JOIN schools s ON s.school_id = :school_id
  JOIN students c ON c.school_id = s.school_id AND c.id = m.student_id
  LEFT JOIN messaging w ON w.school_id = s.school_id
  LEFT JOIN staff_members t ON t.school_id = s.school_id AND t.id = m.sender_id
  LEFT JOIN guardians g ON g.school_id = s.school_id AND g.id = m.guardian_id
  LEFT JOIN LATERAL (
       SELECT coalesce(mine.preferred_name, own.addressed_as) AS name
         FROM communication_plans p
         LEFT JOIN plan_guardian_wishes mine
           ON mine.school_id = p.school_id AND mine.plan_id = p.id AND mine.guardian_id = m.guardian_id
         LEFT JOIN plan_student_wishes own
           ON own.school_id = p.school_id AND own.plan_id = p.id AND m.guardian_id IS NULL
        WHERE p.school_id = s.school_id AND p.student_id = m.student_id
        ORDER BY p.id DESC LIMIT 1) wish ON true
 WHERE m.guardian_id IS NULL OR g.id IS NOT NULL
"""
)
"""Who it is from and for. A plan says last how somebody likes to be addressed."""

TALKS = text(
    MESSAGES
    + """
, told AS (
    SELECT m.*, m.resource_id AS talk_id FROM m WHERE m.resource = 'conversations'
     UNION ALL
    SELECT m.*, b.conversation_id
      FROM m
      JOIN conference_bookings b ON b.school_id = :school_id AND b.round_id = m.resource_id
      JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
       AND c.status IN ('proposed', 'planned', 'running')
     WHERE m.kind = 'round_times'),
there AS (
    SELECT told.*, EXISTS (
        SELECT FROM conversation_participants p
         WHERE p.school_id = :school_id AND p.conversation_id = told.talk_id
           AND (p.guardian_id = told.guardian_id OR told.guardian_id IS NULL AND p.student_id = told.student_id)
           AND p.answer IS DISTINCT FROM 'declined') AS takes_part
      FROM told)
SELECT m.id, CAST(json_build_object('talks', json_agg(json_build_object(
    'id', c.id, 'version', c.version, 'changed_at', c.updated_at, 'meeting_type', c.meeting_type, 'form', f.name,
    'status', c.status, 'channel', c.channel, 'student', coalesce(about.preferred_name, about.given_name),
    'times', CASE WHEN c.is_time_chosen OR offered.times IS NULL
        THEN json_build_array(json_build_array(c.starts_at, c.ends_at)) ELSE offered.times END,
    'room', r.name, 'place', c.place, 'answer_by', c.answer_by,
    'is_discreet', c.is_sensitive OR c.meeting_type = 'constructive-conversation',
    'goal', CASE WHEN m.takes_part THEN c.goal END,
    'cancelled_reason', CASE WHEN m.takes_part AND c.status = 'cancelled' THEN c.cancelled_reason END,
    'topics', CASE WHEN m.takes_part THEN coalesce(agenda.points, '[]') ELSE '[]' END,
    'companions', CASE WHEN m.takes_part THEN coalesce(people.others, '[]') ELSE '[]' END,
    'expected_at', c.starts_at + make_interval(mins => CAST(m.told ->> 'minutes' AS int))
    ) ORDER BY c.starts_at, c.id)) AS text)
  FROM there m
  JOIN conversations c ON c.school_id = :school_id AND c.id = m.talk_id
  JOIN students about ON about.school_id = c.school_id AND about.id = c.student_id
  JOIN meeting_types f ON f.school_id = :platform AND f.key = c.meeting_type
  LEFT JOIN rooms r ON r.school_id = c.school_id AND r.id = c.room_id
 CROSS JOIN LATERAL (
       SELECT json_agg(json_build_array(o.starts_at, o.ends_at) ORDER BY o.starts_at, o.id) AS times
         FROM conversation_proposals o
        WHERE o.school_id = c.school_id AND o.conversation_id = c.id) offered
 CROSS JOIN LATERAL (
       SELECT json_agg(a.text ORDER BY a.id) AS points
         FROM agenda_points a
         LEFT JOIN conversation_participants by_one
           ON by_one.school_id = a.school_id AND by_one.id = a.participant_id
        WHERE a.school_id = c.school_id AND a.conversation_id = c.id
          AND (by_one.guardian_id IS NULL AND a.brought_by NOT IN ('guardian', 'other_guardian')
               OR by_one.guardian_id = m.guardian_id)) agenda
 CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('role', p.role, 'reason', p.reason, 'name', coalesce(
                  p.organisation, t.given_name || ' ' || t.family_name, i.given_name || ' ' || i.family_name,
                  CASE WHEN home.is_shared THEN g.given_name || ' ' || g.family_name END,
                  CASE WHEN m.guardian_id IS NOT NULL THEN coalesce(k.preferred_name, k.given_name) END
              )) ORDER BY p.id) AS others
         FROM conversation_participants p
         LEFT JOIN staff_members t ON t.school_id = p.school_id AND t.id = p.staff_id
         LEFT JOIN interpreters i ON i.school_id = p.school_id AND i.id = p.interpreter_id
         LEFT JOIN guardians g ON g.school_id = p.school_id AND g.id = p.guardian_id
         LEFT JOIN students k ON k.school_id = p.school_id AND k.id = p.student_id
        CROSS JOIN LATERAL (SELECT m.guardian_id IS NULL OR EXISTS (
              SELECT FROM household_members mine
                JOIN household_members theirs
                  ON theirs.school_id = mine.school_id AND theirs.household_id = mine.household_id
               WHERE mine.school_id = p.school_id AND mine.guardian_id = m.guardian_id
                 AND theirs.guardian_id = p.guardian_id) AS is_shared) home
        WHERE p.school_id = c.school_id AND p.conversation_id = c.id
          AND CASE WHEN m.guardian_id IS NULL THEN p.student_id IS DISTINCT FROM m.student_id
                   ELSE p.guardian_id IS DISTINCT FROM m.guardian_id END) people
 WHERE m.takes_part OR m.kind <> 'round_times'
 GROUP BY m.id
"""
)
"""The talks, as one who takes part may know them. A parent from another home is there, but has no name here, and what
that parent brought stays theirs (R17). Who takes part no longer reads only that it is over."""

AGREEMENTS = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object('agreements', json_agg(json_build_object(
           'what', a.what, 'who', a.who, 'by_on', a.by_on) ORDER BY a.id)) AS text)
  FROM m
  JOIN agreements a ON a.school_id = :school_id AND (
       m.resource = 'conversations' AND a.conversation_id = m.resource_id
       AND (m.kind <> 'follow_up' OR a.done_at IS NULL)
       OR m.resource = 'agreements' AND a.id = m.resource_id)
 WHERE m.kind IN ('agreements', 'thank_you', 'follow_up')
   AND EXISTS (
       SELECT FROM conversation_participants p
        WHERE p.school_id = a.school_id AND p.conversation_id = a.conversation_id
          AND (p.guardian_id = m.guardian_id OR m.guardian_id IS NULL AND p.student_id = m.student_id))
 GROUP BY m.id
 UNION ALL
SELECT m.id, CAST(json_build_object('review_on', p.review_on, 'agreements', coalesce(json_agg(json_build_object(
           'what', a.topic, 'channel', a.channel) ORDER BY a.id) FILTER (WHERE a.id IS NOT NULL), '[]')) AS text)
  FROM m
  JOIN communication_plans p ON p.school_id = :school_id AND p.id = m.resource_id
  LEFT JOIN plan_agreements a ON a.school_id = p.school_id AND a.plan_id = p.id
   AND (a.guardian_id IS NULL OR a.guardian_id = m.guardian_id)
 WHERE m.resource = 'communication-plans'
 GROUP BY m.id, p.review_on
"""
)
"""What was agreed: of a conversation, for who took part; of a plan, one's own and what is the student's (R17)."""

ROUNDS = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object(
    'round', json_build_object('name', r.name, 'answer_by', r.answer_by, 'days', coalesce(days.all, '[]')),
    'offered', CASE WHEN h.id IS NOT NULL THEN json_build_array(h.starts_at, h.ends_at) END,
    'offered_until', h.expires_at) AS text)
  FROM m
  LEFT JOIN conference_waits w
    ON m.resource = 'conference-waits' AND w.school_id = :school_id AND w.id = m.resource_id
  LEFT JOIN conference_holds h ON h.school_id = w.school_id AND h.wait_id = w.id
  JOIN conference_rounds r ON r.school_id = :school_id AND r.id = coalesce(w.round_id, m.resource_id)
 CROSS JOIN LATERAL (
       SELECT json_agg(json_build_array(s.starts_at, s.ends_at) ORDER BY s.starts_at) AS all
         FROM conference_sessions s WHERE s.school_id = r.school_id AND s.round_id = r.id) days
 WHERE m.resource IN ('conference-rounds', 'conference-waits')
"""
)
"""The round, and the time that is kept for who waits."""
