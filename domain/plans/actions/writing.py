"""Writing what a party says into a plan."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select
from sqlmodel import SQLModel, col

from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.plans.models.plans import CommunicationPlan
from domain.plans.rules.voices import Voice

R = TypeVar("R", bound=Row)


async def write_for(
    session: SchoolSession,
    table: type[R],
    plan: CommunicationPlan,
    voice: Voice,
    fields: SQLModel,
    *whose: ColumnElement[bool],
    **more: Any,
) -> None:
    """Keep what a party says in place of what it said before, and who wrote it down."""
    entered = {"entered_by_id": session.principal.person_id, "on_behalf": voice.on_behalf, **more}
    before = await session.find_row(select(table).where(*of_plan(table, plan), *whose))
    if before is None:
        session.add(table.of(plan.school_id, fields, plan_id=plan.id, **entered))
        return
    before.take(fields)
    for name, value in entered.items():
        setattr(before, name, value)


def of_plan(table: Any, plan: CommunicationPlan) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(table.school_id) == plan.school_id, col(table.plan_id) == plan.id
