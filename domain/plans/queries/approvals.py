"""Who said yes to a plan."""

from functools import cache

from sqlalchemy import Select, select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.plans.models.approvals import PlanApproval
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.words import Party
from domain.plans.queries.counting import counts, parts_of, place


@cache
def _parties() -> Select[str]:
    return select(col(PlanApproval.party)).where(*parts_of(PlanApproval), counts(PlanApproval))


async def parties_agreed(session: SchoolSession, plan: CommunicationPlan) -> set[Party]:
    """Which of the three said yes."""
    return {Party(word) for word in (await session.execute(_parties(), place(plan))).scalars()}
