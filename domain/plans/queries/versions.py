"""How versions go out: each part to whom it was meant for."""

import json
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, Uuid, bindparam, cast, func, literal_column, null, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlmodel import col

from domain.kernel.permissions import Role
from domain.kernel.principal import Principal, Viewer
from domain.kernel.read import Computed, Document, Reading, Statement, compiled
from domain.kernel.session import SchoolSession
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.versions import PlanVersion, PlanVersionItem, PlanVersionPart, PlanVersionRead, PlanVersions
from domain.plans.models.words import PlanChange
from domain.plans.queries.plans import FIRST, PLANS, of_plan
from domain.plans.queries.visibility import asked_for, meant_for, sees_plan, student_of, values_of

PARTS = ("student_wishes", "guardian_wishes", "agreements", "agreed_by")
"""The fields of a plan that not everybody sees the same of: versions keep them part by part."""


def _sees_version(viewer: Viewer) -> ColumnElement[bool]:
    given = col(PlanVersion.change) == PlanChange.WISHES_GIVEN
    meant = meant_for(viewer, PlanVersion, col(PlanVersion.guardian_id), wishes=given)
    return sees_plan(viewer, student_of(PlanVersion)) & meant


def _sees_kept_part(viewer: Viewer) -> ColumnElement[bool]:
    wishes = col(PlanVersionPart.kind) == "student_wishes"
    return meant_for(viewer, PlanVersionPart, col(PlanVersionPart.guardian_id), wishes=wishes)


def _kept(reading: Reading, kind: str) -> ColumnElement[Any]:
    part = PlanVersionPart
    content = aggregate_order_by(col(part.content), col(part.id))
    found = select(func.coalesce(func.jsonb_agg(content), literal_column("'[]'::jsonb"), type_=JSONB)).where(
        col(part.school_id) == col(PlanVersion.school_id),
        col(part.version_id) == col(PlanVersion.id),
        col(part.kind) == kind,
        _sees_kept_part(reading.viewer),
    )
    return found.correlate_except(part).scalar_subquery()


def _plan_as_it_was(reading: Reading) -> ColumnElement[Any]:
    student, *lists = (_kept(reading, kind) for kind in PARTS)
    kept = [student.op("->")(FIRST), *lists]
    named = [word for kind, part in zip(PARTS, kept, strict=True) for word in (literal_column(f"'{kind}'"), part)]
    return col(PlanVersion.content).op("||")(func.jsonb_build_object(*named))


_ITEM: dict[str, Computed] = {"changes": lambda _: func.json_build_array(col(PlanVersion.change))}

VERSION_ITEMS = Document(PlanVersionItem, PlanVersion, visible=_sees_version, computed=_ITEM)

VERSIONS = Document(
    PlanVersions,
    CommunicationPlan,
    visible=PLANS.visible,
    computed={
        "items": lambda reading: VERSION_ITEMS.nested(reading, of_plan(PlanVersion), col(PlanVersion.number)),
        "next_cursor": lambda _: null(),
    },
)

VERSION = Document(PlanVersionRead, PlanVersion, visible=_sees_version, computed={**_ITEM, "plan": _plan_as_it_was})


@cache
def _whole() -> Statement:
    this = col(CommunicationPlan.id) == bindparam("plan_id", type_=Uuid)
    rows, document = PLANS.rows(Reading(asked_for(), None), this)
    return compiled(rows.add_columns(cast(document, String)))


async def whole_plan(session: SchoolSession, plan_id: UUID) -> dict[str, Any]:
    """The document of a plan with all its parts, whoever asks: for keeping, never for showing."""
    statement, school = _whole(), Principal(session.principal.school_id, "samenspraak", frozenset({Role.ADMINISTRATOR}))
    given = values_of(school) | {"plan_id": plan_id}
    body = await (await session.driver()).fetchval(statement.sql, *statement.arguments(given))
    document: dict[str, Any] = json.loads(body)
    return document
