"""The evening as it goes: who runs late, and which talks that makes too tight."""

from sqlalchemy import ColumnElement, or_, text
from sqlmodel import col

from domain.conferences.models.staff import ConferenceStaff, DelayRead
from domain.families.queries import WHOLE_SCHOOL
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document


def is_self_or_office(viewer: Viewer) -> ColumnElement[bool]:
    """Somebody of the staff for themselves, and the office for everybody."""
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), col(ConferenceStaff.staff_id) == viewer.staff_id)


DELAY = Document(
    DelayRead,
    ConferenceStaff,
    visible=is_self_or_office,
    computed={
        "session_id": lambda _: ConferenceStaff.late_session_id,
        "minutes": lambda _: ConferenceStaff.late_minutes,
    },
)


FOLLOWING = text("""
    WITH talk AS (
        SELECT b.id, b.session_id, f.family_id, w.extra_walking_minutes AS extra, c.room_id, c.channel,
               c.starts_at + late.minutes * interval '1 minute' AS starts_at,
               c.ends_at + (late.minutes + c.interpreter_buffer_minutes) * interval '1 minute' AS ends_at,
               late.staff_ids
        FROM conference_bookings b
        JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
        JOIN conference_request_parties f
          ON f.school_id = b.school_id AND f.request_id = b.request_id AND f.family_id IS NOT NULL AND NOT f.awaits_yes
        JOIN conference_families w ON w.school_id = b.school_id AND w.id = f.family_id
        CROSS JOIN LATERAL (
            SELECT coalesce(max(s.late_minutes) FILTER (WHERE s.late_session_id = b.session_id), 0) AS minutes,
                   array_agg(p.staff_id) AS staff_ids
            FROM conference_request_parties p
            LEFT JOIN conference_staff s
              ON s.school_id = b.school_id AND s.round_id = b.round_id AND s.staff_id = p.staff_id
            WHERE p.school_id = b.school_id AND p.request_id = b.request_id AND p.staff_id IS NOT NULL
        ) late
        WHERE b.school_id = :school_id AND b.round_id = :round_id AND c.status IN ('planned', 'running')
    )
    SELECT t.id, t.ends_at, t.room_id, t.channel, t.extra, t.staff_ids,
           n.id AS next_id, n.starts_at AS next_starts_at, n.room_id AS next_room_id, n.channel AS next_channel,
           n.staff_ids AS next_staff_ids
    FROM talk t
    CROSS JOIN LATERAL (
        SELECT * FROM talk n
        WHERE n.family_id = t.family_id AND n.session_id = t.session_id AND n.id <> t.id
          AND n.starts_at > t.starts_at
        ORDER BY n.starts_at LIMIT 1
    ) n
    WHERE EXISTS (SELECT FROM conference_staff s
                  WHERE s.school_id = :school_id AND s.round_id = :round_id AND s.staff_id = ANY (t.staff_ids)
                    AND s.late_session_id = t.session_id AND s.late_minutes > 0)
    ORDER BY n.starts_at, n.id
""")
"""Talks that begin late, each with the same family's next one in the same session, at their expected times."""
