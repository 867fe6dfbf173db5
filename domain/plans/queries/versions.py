"""How versions go out: each part to whom it was meant for."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, null, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlmodel import col

from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Reading
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.version_parts import PlanVersionPart
from domain.plans.models.versions import PlanVersion, PlanVersionItem, PlanVersionRead, PlanVersions
from domain.plans.models.words import PlanChange
from domain.plans.queries.parts import FIRST, of_plan
from domain.plans.queries.plans import PLANS
from domain.plans.queries.visibility import meant_for, sees_plan, student_of

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
