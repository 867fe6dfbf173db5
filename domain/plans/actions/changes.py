"""What every change of a plan begins and ends with. Once agreed, each leaves a version behind."""

from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, delete, select
from sqlmodel import SQLModel, col

from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, STALE, Detail, Invalid, NotFound, Stale
from domain.kernel.events import record
from domain.kernel.principal import Principal
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.plans.models.agreements import PlanApproval
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.versions import PlanVersion, PlanVersionPart
from domain.plans.models.words import Party, PlanChange, PlanStatus
from domain.plans.queries.facts import standing_of, year_of
from domain.plans.queries.versions import PARTS, whole_plan
from domain.plans.rules.refusal import NOT_SO
from domain.plans.rules.voices import HAS_NO_PART, Standing, Voice, voice_of
from domain.plans.rules.year import SchoolYear, check_running

R = TypeVar("R", bound=Row)

_OTHER_AGREEMENTS = frozenset({PlanChange.AGREEMENT_MADE, PlanChange.AGREEMENT_DROPPED})

STANDING_STILL = frozenset({PlanStatus.AGREED, PlanStatus.REVIEWED})
"""From then on every change leaves a version."""


async def open_plan(
    session: SchoolSession, plan_id: UUID, version: int | None = None
) -> tuple[CommunicationPlan, Standing, SchoolYear]:
    """The plan, locked, with what the principal is to its student and how long it holds.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`. Conflict: when the plan ended with its school year.
    """
    plan = await session.get_row(CommunicationPlan, plan_id)
    standing = await standing_of(session, session.principal, plan.student_id)
    year = await year_of(session, plan.academic_session_id)
    if year is None or not standing.sees_plan:
        raise NotFound(NOT_FOUND)
    if version is not None and plan.version != version:
        raise Stale(STALE)
    check_running(year, clock.now().date())
    return plan, standing, year


async def voice_in(
    session: SchoolSession, plan: CommunicationPlan, standing: Standing, party: Party, guardian_id: UUID | None
) -> Voice:
    """Whose word this is; a guardian for whom the school writes takes part in the plan too."""
    voice = voice_of(standing, party, guardian_id)
    if voice.on_behalf and voice.guardian_id:
        guardian = Principal(plan.school_id, "", frozenset(), guardian_id=voice.guardian_id)
        if not (await standing_of(session, guardian, plan.student_id)).sees_plan:
            raise Invalid(NOT_SO, Detail("/guardian_id", HAS_NO_PART))
    return voice


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


async def leave(
    session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None
) -> None:
    """What every change leaves behind: a new version number, an event, and the version itself once it was agreed.

    Who said yes to a draft said yes to other agreements than those that stand there now, so they are asked again.
    """
    plan.touch()
    if plan.status == PlanStatus.DRAFT and change in _OTHER_AGREEMENTS:
        await session.execute(delete(PlanApproval).where(*of_plan(PlanApproval, plan)))
    tell(session, plan, change, guardian_id)
    await session.flush()
    if plan.status in STANDING_STILL:
        await _keep_version(session, plan, change, guardian_id)


def tell(session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None) -> None:
    ids = {"student_id": plan.student_id, "guardian_id": guardian_id}
    record(session, f"plan.{change}", "communication_plans", plan.id, **ids)


async def _keep_version(
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
