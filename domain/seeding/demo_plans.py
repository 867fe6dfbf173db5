"""The plans of the demo school, as rows."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.plans.actions.keeping import keep_version
from domain.plans.models import (
    CommunicationOptions,
    CommunicationPlan,
    GuardianWishes,
    PlanAgreement,
    PlanApproval,
    StudentWishes,
)
from domain.plans.models.plans import CommunicationPlanFields
from domain.plans.models.words import Party, PlanChange, PlanStatus
from domain.seeding.demo_file import DEMO_SCHOOL, demo_id
from domain.seeding.demo_plan_file import DemoOptions, DemoPlan
from domain.seeding.demo_talks import participants, talk, talk_id


def plan_rows(options: list[DemoOptions], plans: list[DemoPlan]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [CommunicationOptions.of(DEMO_SCHOOL, one, id=one.key) for one in options]
    yield [talk(plan) for plan in plans]
    yield [one for plan in plans for one in participants(plan)]
    yield [_plan(plan) for plan in plans]
    yield [StudentWishes.of(DEMO_SCHOOL, plan.student_wishes, **_part(plan, "student")) for plan in plans]
    yield [
        GuardianWishes.of(DEMO_SCHOOL, one, **_part(plan, one.guardian_id))
        for plan in plans
        for one in plan.guardian_wishes
    ]
    yield [
        PlanAgreement.of(DEMO_SCHOOL, one, id=demo_id("plan_agreements", f"{plan.key}/{place}"), plan_id=plan.key)
        for plan in plans
        for place, one in enumerate(plan.agreements)
    ]
    yield [one for plan in plans if plan.is_agreed for one in _approvals(plan)]


async def keep_agreed(session: SchoolSession, added: Collection[UUID]) -> None:
    """An agreed plan that is new has its first version."""
    new = (col(CommunicationPlan.school_id) == DEMO_SCHOOL, col(CommunicationPlan.id).in_(added))
    agreed = select(CommunicationPlan).where(*new, col(CommunicationPlan.status) == PlanStatus.AGREED)
    for plan in await session.rows(agreed):
        await keep_version(session, plan, PlanChange.AGREED, None)


def _plan(plan: DemoPlan) -> Row:
    return CommunicationPlan.of(
        DEMO_SCHOOL,
        CommunicationPlanFields(review_on=plan.review_on),
        id=plan.key,
        conversation_id=talk_id(plan),
        student_id=plan.student_id,
        academic_session_id=plan.academic_session_id,
        status=PlanStatus.AGREED if plan.is_agreed else PlanStatus.DRAFT,
    )


def _part(plan: DemoPlan, whose: object) -> dict[str, Any]:
    """The teacher wrote it down."""
    row_id = demo_id("plan_wishes", f"{plan.key}/{whose}")
    return {"id": row_id, "plan_id": plan.key, "entered_by_id": plan.staff_id, "on_behalf": True}


def _approvals(plan: DemoPlan) -> Iterator[PlanApproval]:
    guardians = [(Party.GUARDIAN, one.guardian_id) for one in plan.guardian_wishes]
    for party, guardian_id in ((Party.STUDENT, None), *guardians, (Party.TEACHER, None)):
        yield PlanApproval(
            school_id=DEMO_SCHOOL,
            id=demo_id("plan_approvals", f"{plan.key}/{guardian_id or party}"),
            plan_id=plan.key,
            party=party,
            guardian_id=guardian_id,
            agreed_at=plan.ends_at,
            plan_version=1,
            entered_by_id=plan.staff_id,
            on_behalf=party is not Party.TEACHER,
        )
