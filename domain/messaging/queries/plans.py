"""Whose card a plan is."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession
from domain.messaging.rules.around import CardOf
from domain.plans.models.words import PlanStatus

_CARDS = text(f"""
SELECT p.id, p.student_id, p.version, ARRAY (
           SELECT guardian_id FROM guardianships g
            WHERE g.school_id = p.school_id AND g.student_id = p.student_id ORDER BY guardian_id) AS guardians
  FROM communication_plans p
 WHERE p.school_id = :school_id AND p.id = ANY (CAST(:plans AS uuid[]))
   AND p.status IN ('{PlanStatus.AGREED}', '{PlanStatus.REVIEWED}')
""")
"""Who of them may know is for the decision to say."""


async def cards_of(session: SchoolSession, plan_ids: Iterable[UUID]) -> dict[UUID, CardOf]:
    given = {"school_id": session.principal.school_id, "plans": [*plan_ids]}
    return {row.id: CardOf(*row) for row in await session.execute(_CARDS, given)}
