"""Keeping a version of a plan, part by part."""

from typing import Any
from uuid import UUID, uuid5

from domain.kernel.session import SchoolSession
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.version_parts import PlanVersionPart
from domain.plans.models.versions import PlanVersion
from domain.plans.models.words import PlanChange
from domain.plans.queries.versions import PARTS
from domain.plans.queries.whole import whole_plan


async def keep_version(
    session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None
) -> None:
    document = await whole_plan(session, plan.id)
    parts = {kind: document.pop(kind) for kind in PARTS}
    number = document["version"]
    # All see the version in which the plan became agreed, so it must not tell which guardian's yes was the last.
    author = session.principal.staff_id if change is PlanChange.AGREED else session.principal.person_id
    kept = PlanVersion(
        school_id=plan.school_id,
        id=version_id(plan.id, number),
        plan_id=plan.id,
        number=number,
        change=change,
        guardian_id=guardian_id,
        entered_by_id=author,
        content=document,
    )
    session.add(kept)
    await session.flush()
    session.add_all(_kept_parts(kept, parts))


def _kept_parts(kept: PlanVersion, parts: dict[str, Any]) -> list[PlanVersionPart]:
    return [
        PlanVersionPart(
            school_id=kept.school_id,
            plan_id=kept.plan_id,
            version_id=kept.id,
            kind=kind,
            guardian_id=_uuid(document.get("guardian_id")),
            content=document,
        )
        for kind, documents in parts.items()
        for document in _as_list(documents)
    ]


def _as_list(documents: Any) -> list[dict[str, Any]]:
    if isinstance(documents, list):
        return documents
    return [documents] if documents else []


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def version_id(plan_id: UUID, number: int) -> UUID:
    """The id of a plan's version follows from its number, so that it is found by key."""
    return uuid5(plan_id, str(number))
