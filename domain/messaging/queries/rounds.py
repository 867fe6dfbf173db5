"""Who hears of a round: the guardians of its families, each of them, of whichever household (R17)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.waits import WaitStatus
from domain.conferences.models.words import RoundStatus
from domain.conferences.queries.asked import MEMBERS
from domain.conferences.queries.people import is_child_of, is_informed, lives_in
from domain.families.models import Guardianship, Student
from domain.kernel.session import SchoolSession
from domain.messaging.rules.around import Asked, Offered


async def asked_in(session: SchoolSession, round_ids: Iterable[UUID]) -> list[Asked]:
    """Of rounds that are open: every guardian of their families once, for the eldest child that the round is about."""
    family, child, link = ConferenceFamily, Student, Guardianship
    statement = (
        select(col(family.round_id), col(link.guardian_id), col(child.id), col(ConferenceRound.answer_by))
        .ext(distinct_on(col(family.round_id), col(link.guardian_id)))
        .select_from(family)
        .join(
            ConferenceRound,
            (col(ConferenceRound.school_id) == col(family.school_id))
            & (col(ConferenceRound.id) == col(family.round_id)),
        )
        .join(link, (col(link.school_id) == col(family.school_id)) & lives_in(family, col(link.guardian_id)))
        .join(child, (col(child.school_id) == col(link.school_id)) & (col(child.id) == col(link.student_id)))
        .where(
            col(family.school_id) == session.principal.school_id,
            col(family.round_id).in_(list(round_ids)),
            col(ConferenceRound.status) == RoundStatus.OPEN,
            is_child_of(family, child),
            is_informed(col(family.school_id), col(link.guardian_id), col(child.id)),
        )
        .order_by(col(family.round_id), col(link.guardian_id), col(child.born_on), col(child.id))
    )
    return [Asked(*row) for row in await session.execute(statement)]


_OFFERED = text(f"""
SELECT w.id, w.round_id, w.student_id, w.staff_id, h.starts_at, h.expires_at, m.guardian_id
  FROM conference_waits w
  JOIN conference_holds h ON h.school_id = w.school_id AND h.wait_id = w.id AND h.expires_at > :now
  JOIN conference_families f ON f.school_id = w.school_id AND f.id = w.family_id
 CROSS JOIN LATERAL ({MEMBERS}) m
 WHERE w.school_id = :school_id AND w.id = ANY (CAST(:waits AS uuid[])) AND w.status = '{WaitStatus.OFFERED}'
 ORDER BY w.id, m.guardian_id
""")


async def offered_to(session: SchoolSession, wait_ids: Iterable[UUID], moment: datetime) -> list[Offered]:
    """Offers that stand."""
    given = {"school_id": session.principal.school_id, "waits": [*wait_ids], "now": moment}
    return [Offered(*row) for row in await session.execute(_OFFERED, given)]
