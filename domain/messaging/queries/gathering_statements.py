"""The statements behind what messages tell of activities, ideas and visits at home; like `fact_statements`."""

from sqlalchemy import text

from domain.messaging.queries.fact_statements import MESSAGES

ACTIVITIES = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object('activity', json_build_object(
    'title', a.title, 'goal', a.goal, 'for_whom', a.for_whom, 'languages', a.languages,
    'moments', coalesce(times.all, '[]'),
    'has_lost', m.told ? 'lost_at', 'comes', coalesce(CAST(m.told ->> 'comes' AS boolean), true))) AS text)
  FROM m
  JOIN activities a ON a.school_id = :school_id AND a.id = m.resource_id
 CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('starts_at', t.starts_at, 'ends_at', t.ends_at,
                                         'place', coalesce(r.name, t.place)) ORDER BY t.starts_at, t.id) AS all
         FROM activity_moments t
         LEFT JOIN rooms r ON r.school_id = t.school_id AND r.id = t.room_id
        WHERE t.school_id = a.school_id AND t.activity_id = a.id
          AND m.told -> 'moments' ? CAST(t.id AS text)) times
 WHERE m.resource = 'activities'
"""
)
"""With the moments that the message is about."""

IDEAS = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object('idea', json_build_object(
           'words', i.words, 'reply', i.answer,
           'outcome', CASE WHEN CAST(m.told ->> 'is_reported' AS boolean) THEN i.outcome END)) AS text)
  FROM m
  JOIN activity_ideas i ON i.school_id = :school_id AND i.id = m.resource_id AND i.status = 'answered'
 WHERE m.resource = 'activity-ideas'
   AND (i.guardian_id = m.guardian_id OR i.student_id = m.student_id AND m.guardian_id IS NULL OR EXISTS (
       SELECT FROM activity_idea_supports s
        WHERE s.school_id = i.school_id AND s.idea_id = i.id AND s.guardian_id = m.guardian_id))
"""
)
"""For who brought it, and who found it a good idea. Whose it is is told to nobody."""

VISITS = text(
    MESSAGES
    + """
SELECT m.id, CAST(json_build_object('visit', json_build_object(
    'why', v.why, 'minutes', v.minutes, 'starts_at', v.starts_at, 'ends_at', v.ends_at,
    'is_at_home', v.place IS DISTINCT FROM 'elsewhere', 'visitors', coalesce(there.names, '[]'))) AS text)
  FROM m
  JOIN home_visits v ON v.school_id = :school_id AND v.id = m.resource_id AND v.guardian_id = m.guardian_id
 CROSS JOIN LATERAL (
       SELECT json_agg(coalesce(t.given_name || ' ' || t.family_name, i.given_name || ' ' || i.family_name)
                       ORDER BY w.id) AS names
         FROM home_visit_visitors w
         LEFT JOIN staff_members t ON t.school_id = w.school_id AND t.id = w.staff_id
         LEFT JOIN interpreters i ON i.school_id = w.school_id AND i.id = w.interpreter_id
        WHERE w.school_id = v.school_id AND w.visit_id = v.id) there
 WHERE m.resource = 'home-visits'
"""
)
"""For the guardian who was asked. Where stands in no message (R29)."""
