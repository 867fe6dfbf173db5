"""What both sides brought in for an agreement."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import CompoundSelect, null, select, union_all
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.student_wishes import StudentWishes
from domain.plans.models.words import Party
from domain.plans.queries.counting import counts, parts_of, place
from domain.plans.rules.inputs import Inputs


async def inputs_for(session: SchoolSession, plan: CommunicationPlan, agreement: PlanAgreementFields) -> Inputs:
    """What both sides brought in for this agreement."""
    wished = await _wishes(session, plan)
    return Inputs(
        school=await _offered(session, None),
        answerer=await _offered(session, agreement.answered_by_id) if agreement.answered_by_id else None,
        wished=wished.get(agreement.guardian_id if agreement.party is Party.GUARDIAN else None),
        a_guardian_was_heard=any(guardian_id is not None for guardian_id in wished),
    )


@cache
def _wished_channels() -> CompoundSelect[UUID | None, list[str]]:
    guardians = select(col(GuardianWishes.guardian_id), col(GuardianWishes.channels))
    student = select(null(), col(StudentWishes.channels))
    return union_all(
        guardians.where(*parts_of(GuardianWishes), counts(GuardianWishes)), student.where(*parts_of(StudentWishes))
    )


async def _wishes(session: SchoolSession, plan: CommunicationPlan) -> dict[UUID | None, frozenset[ContactChannel]]:
    """The channels that each guardian, and under None the student, wishes."""
    rows = await session.execute(_wished_channels(), place(plan))
    return {guardian_id: _channels(channels) for guardian_id, channels in rows}


async def _offered(session: SchoolSession, staff_id: UUID | None) -> frozenset[ContactChannel] | None:
    whose = col(CommunicationOptions.staff_id)
    options = select(col(CommunicationOptions.channels)).where(
        col(CommunicationOptions.school_id) == session.principal.school_id,
        whose.is_(None) if staff_id is None else whose == staff_id,
    )
    found = (await session.execute(options)).scalar_one_or_none()
    return None if found is None else _channels(found)


def _channels(words: Sequence[str]) -> frozenset[ContactChannel]:
    return frozenset(map(ContactChannel, words))
