"""The whole plan, for keeping a version of it."""

import json
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, cast
from sqlmodel import col

from domain.kernel.asking import ASKING, asked_by
from domain.kernel.permissions import Role
from domain.kernel.principal import Principal
from domain.kernel.read import Reading
from domain.kernel.session import SchoolSession
from domain.kernel.statement import Statement, compiled
from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.plans import PLANS


@cache
def _whole() -> Statement:
    this = col(CommunicationPlan.id) == bindparam("plan_id", type_=Uuid)
    rows, document = PLANS.rows(Reading(ASKING, None), this)
    return compiled(rows.add_columns(cast(document, String)))


async def whole_plan(session: SchoolSession, plan_id: UUID) -> dict[str, Any]:
    """The document of a plan with all its parts, whoever asks: for keeping, never for showing."""
    statement, school = _whole(), Principal(session.principal.school_id, "samenspraak", frozenset({Role.ADMINISTRATOR}))
    given = asked_by(school) | {"plan_id": plan_id}
    body = await (await session.driver()).fetchval(statement.sql, *statement.arguments(given))
    document: dict[str, Any] = json.loads(body)
    return document
