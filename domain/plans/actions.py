"""Writes of plans. Once a plan is agreed, every change leaves a version of it behind."""

from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, select
from sqlmodel import SQLModel, col

from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.conversations.queries.visibility import sees_conversation
from domain.kernel import clock
from domain.kernel.collection import Collection
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, Conflict, Detail, Forbidden, Invalid, NotFound
from domain.kernel.events import record
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Principal
from domain.kernel.read import Listing
from domain.kernel.row import Fields, Row
from domain.kernel.session import SchoolSession
from domain.plans import rules
from domain.plans.models import (
    CommunicationOptions,
    CommunicationOptionsFields,
    CommunicationPlan,
    CommunicationPlanFields,
    GuardianWishes,
    GuardianWishesFields,
    Party,
    PlanAgreement,
    PlanAgreementFields,
    PlanApproval,
    PlanApprovalFields,
    PlanChange,
    PlanDraftFields,
    PlanReviewFields,
    PlanStatus,
    PlanVersion,
    PlanVersionPart,
    StudentWishes,
    StudentWishesFields,
)
from domain.plans.queries import (
    OPTIONS,
    PARTS,
    PLANS,
    guardian_takes_part,
    heard,
    inputs_for,
    sees_plan,
    standing_in,
    whole_plan,
    year_of,
)
from domain.plans.rules import SchoolYear, Standing, Voice

R = TypeVar("R", bound=Row)

STANDING_STILL = frozenset({PlanStatus.AGREED, PlanStatus.REVIEWED})
"""From then on every change leaves a version."""


class Options(Collection):
    """Staff say what they offer themselves, the office what the school and everybody offer."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Row:
        assert isinstance(fields, CommunicationOptionsFields)
        _check_offers_for(session.principal, fields.staff_id)
        return await super().create(session, fields, **more)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Row:
        row = await session.get_row(CommunicationOptions, row_id, version=version)
        _check_offers_for(session.principal, row.staff_id)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Row:
        row = await super().change(session, row_id, patch, version)
        assert isinstance(row, CommunicationOptions)
        _check_offers_for(session.principal, row.staff_id)
        return row


OPTION_COLLECTION = Options(
    "communication_options",
    CommunicationOptionsFields,
    Listing(OPTIONS, sorts={"created_at": col(CommunicationOptions.created_at)}),
)


def _check_offers_for(principal: Principal, staff_id: UUID | None) -> None:
    own = staff_id is not None and staff_id == principal.staff_id
    if not own and not principal.has(*OFFICE):
        raise Forbidden(FORBIDDEN)


async def draft_plan(session: SchoolSession, fields: PlanDraftFields) -> CommunicationPlan:
    """A plan for the student and the school year of a start conversation (R06).

    Raises:
        NotFound, Forbidden: when the principal does not see the conversation, or is no staff of its student.
        Invalid: when it is no start conversation that took place this school year.
    """
    conversation = await session.get_row(Conversation, fields.conversation_id, sees_conversation(session.viewer))
    rules.check_staff(await standing_in(session, conversation.student_id))
    year = await year_of(session, conversation.academic_session_id)
    today = clock.now().date()
    rules.refuse(rules.check_origin(conversation.meeting_type, Status(conversation.status), year, today))
    assert year is not None
    plan = CommunicationPlan(
        school_id=conversation.school_id,
        conversation_id=conversation.id,
        student_id=conversation.student_id,
        academic_session_id=conversation.academic_session_id,
        based_on_id=fields.based_on_id,
        review_on=rules.default_review(year, today),
    )
    if fields.based_on_id:
        await _check_earlier(session, plan, fields.based_on_id, year)
    session.add(plan)
    _tell(session, plan, PlanChange.DRAFTED)
    return plan


async def _check_earlier(session: SchoolSession, plan: CommunicationPlan, based_on_id: UUID, year: SchoolYear) -> None:
    found = await session.rows(
        select(CommunicationPlan).where(
            col(CommunicationPlan.school_id) == plan.school_id,
            col(CommunicationPlan.student_id) == plan.student_id,
            col(CommunicationPlan.id) == based_on_id,
        )
    )
    earlier = await year_of(session, found[0].academic_session_id) if found else None
    if earlier is None or earlier.ends_on > year.starts_on:
        rules.refuse([rules.NOT_EARLIER.broken("/based_on_id")])


async def move_review(session: SchoolSession, plan_id: UUID, patch: Fields, version: int) -> None:
    """Look back on another day."""
    plan, standing, year = await _open_plan(session, plan_id, version)
    rules.check_staff(standing)
    fields = plan.patched(CommunicationPlanFields, patch)
    rules.refuse(rules.check_review_date(fields.review_on, year))
    plan.take(fields)
    await _leave(session, plan, PlanChange.REVIEW_MOVED)


async def give_student_wishes(session: SchoolSession, plan_id: UUID, fields: StudentWishesFields) -> None:
    """What the student wishes, in place of what they wished before."""
    plan, standing, _ = await _open_plan(session, plan_id)
    voice = rules.voice_of(standing, Party.STUDENT)
    await _write(session, StudentWishes, plan, voice, fields)
    await _leave(session, plan, PlanChange.WISHES_GIVEN)


async def give_guardian_wishes(session: SchoolSession, plan_id: UUID, fields: GuardianWishesFields) -> None:
    """What one guardian wishes, in place of what they wished before (R17: of their own, seen by nobody beside)."""
    plan, standing, _ = await _open_plan(session, plan_id)
    voice = await _voice(session, plan, standing, Party.GUARDIAN, fields.guardian_id)
    whose = col(GuardianWishes.guardian_id) == voice.guardian_id
    fields = fields.model_copy(update={"guardian_id": voice.guardian_id})
    await _write(session, GuardianWishes, plan, voice, fields, whose)
    await _leave(session, plan, PlanChange.WISHES_GIVEN, voice.guardian_id)


async def make_agreement(session: SchoolSession, plan_id: UUID, fields: PlanAgreementFields) -> None:
    """Put an agreement into the plan (R06)."""
    plan, standing, _ = await _open_plan(session, plan_id)
    rules.check_staff(standing)
    await _voice(session, plan, standing, fields.party, fields.guardian_id)
    rules.refuse(rules.check_agreement(fields, await inputs_for(session, plan, fields)))
    session.add(PlanAgreement.of(plan.school_id, fields, plan_id=plan.id))
    await _leave(session, plan, PlanChange.AGREEMENT_MADE, fields.guardian_id)


async def drop_agreement(session: SchoolSession, plan_id: UUID, agreement_id: UUID, version: int) -> None:
    """Take an agreement out of the plan, which must have this version."""
    plan, standing, _ = await _open_plan(session, plan_id, version)
    rules.check_staff(standing)
    agreement = await session.get_row(PlanAgreement, agreement_id, col(PlanAgreement.plan_id) == plan.id)
    await session.delete(agreement)
    await _leave(session, plan, PlanChange.AGREEMENT_DROPPED, agreement.guardian_id)


async def agree_plan(session: SchoolSession, plan_id: UUID, fields: PlanApprovalFields) -> None:
    """One party says yes; with the yes of the student, a guardian and the teacher, the plan is agreed."""
    plan, standing, _ = await _open_plan(session, plan_id)
    voice = await _voice(session, plan, standing, fields.party, fields.guardian_id)
    agreements = await session.rows(select(PlanAgreement).where(*_of_plan(PlanAgreement, plan)))
    rules.refuse(rules.check_something_agreed(voice, [one.guardian_id for one in agreements]))
    fields = fields.model_copy(update={"guardian_id": voice.guardian_id})
    whose = (col(PlanApproval.party) == voice.party, col(PlanApproval.guardian_id).is_not_distinct_from(voice.guardian_id))
    said = {"agreed_at": clock.now(), "plan_version": plan.version}
    await _write(session, PlanApproval, plan, voice, fields, *whose, **said)
    await session.flush()
    if plan.status == PlanStatus.DRAFT and rules.is_agreed(await _voices(session, plan)):
        plan.status = PlanStatus.AGREED
        return await _leave(session, plan, PlanChange.AGREED)
    return await _leave(session, plan, PlanChange.APPROVED, voice.guardian_id)


async def review_plan(session: SchoolSession, plan_id: UUID, fields: PlanReviewFields) -> None:
    """The three looked back.

    Raises:
        Conflict: when the plan is not agreed yet.
    """
    plan, standing, _ = await _open_plan(session, plan_id)
    rules.check_staff(standing)
    if plan.status not in STANDING_STILL:
        raise Conflict(rules.NOT_AGREED)
    plan.status, plan.reviewed_at = PlanStatus.REVIEWED, clock.now()
    plan.review_outcome, plan.review_note = fields.outcome, fields.note
    await _leave(session, plan, PlanChange.REVIEWED)


async def _open_plan(
    session: SchoolSession, plan_id: UUID, version: int | None = None
) -> tuple[CommunicationPlan, Standing, SchoolYear]:
    """The plan, locked, with what the principal is to its student and how long it holds.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`. Conflict: when the plan ended with its school year.
    """
    plan = await session.get_row(CommunicationPlan, plan_id, PLANS.visible(session.viewer), version=version)
    year = await year_of(session, plan.academic_session_id)
    if year is None:
        raise NotFound(NOT_FOUND)
    rules.check_running(year, clock.now().date())
    return plan, await standing_in(session, plan.student_id), year


async def _voice(
    session: SchoolSession, plan: CommunicationPlan, standing: Standing, party: Party, guardian_id: UUID | None
) -> Voice:
    """Whose word this is; a guardian for whom the school writes takes part in the plan too."""
    voice = rules.voice_of(standing, party, guardian_id)
    if voice.guardian_id and not await guardian_takes_part(session, plan.student_id, voice.guardian_id):
        raise Invalid(rules.NOT_SO, Detail("/guardian_id", rules.HAS_NO_PART))
    return voice


async def _voices(session: SchoolSession, plan: CommunicationPlan) -> list[Party]:
    said = await session.rows(
        select(PlanApproval).where(*_of_plan(PlanApproval, plan), heard(PlanApproval, plan.student_id))
    )
    return [Party(one.party) for one in said]


def _of_plan(table: Any, plan: CommunicationPlan) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(table.school_id) == plan.school_id, col(table.plan_id) == plan.id


async def _write(
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
    before = await session.find_row(select(table).where(*_of_plan(table, plan), *whose))
    if before is None:
        session.add(table.of(plan.school_id, fields, plan_id=plan.id, **entered))
        return
    before.take(fields)
    for name, value in entered.items():
        setattr(before, name, value)


async def _leave(
    session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None
) -> None:
    """What every change leaves behind: a new version number, an event, and the version itself once it was agreed."""
    plan.touch()
    _tell(session, plan, change, guardian_id)
    await session.flush()
    if plan.status in STANDING_STILL:
        await _keep_version(session, plan, change, guardian_id)


def _tell(
    session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None
) -> None:
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
    place = {"school_id": kept.school_id, "plan_id": kept.plan_id, "version_id": kept.id}
    return [
        PlanVersionPart(**place, kind=kind, guardian_id=_uuid(document.get("guardian_id")), content=document)
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
