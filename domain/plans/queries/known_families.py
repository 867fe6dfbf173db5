"""The families of students with their plan of a school year, read for the decision: four statements."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, and_, exists, select
from sqlmodel import col

from domain.families.models.restrictions import Restriction, RestrictionKind
from domain.families.models.students import Student as StudentRow
from domain.kernel.session import SchoolSession
from domain.plans.decision.family import Agreed, Family, Limit, Person, Student, Wishes
from domain.plans.models.agreements import PlanAgreement
from domain.plans.models.approvals import PlanApproval
from domain.plans.models.contact_words import ContactChannel, Frequency
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.student_wishes import StudentWishes
from domain.plans.models.words import Party, PlanStatus
from domain.plans.queries.known_guardians import Agreements, Limits, guardians_of, theirs
from domain.plans.topic_of import topic_of
from domain.school.models.years import AcademicSession


async def families_of(session: SchoolSession, student_ids: list[UUID], day: date) -> dict[UUID, Family]:
    """By the id of the student; the plan is that of the school year of this day."""
    plans = _plans(session, student_ids, day)
    agreed = await _agreements(session, plans)
    limits = await _limits(session, student_ids)
    guardians = await guardians_of(session, student_ids, plans, agreed, limits)
    return {
        student.student_id: Family(student, tuple(guardians[student.student_id]))
        for student in await _students(session, student_ids, plans, agreed)
    }


def _plans(session: SchoolSession, student_ids: list[UUID], day: date) -> Subquery:
    plan, year = CommunicationPlan, AcademicSession
    same_year = and_(col(year.school_id) == col(plan.school_id), col(year.id) == col(plan.academic_session_id))
    found = select(col(plan.school_id), col(plan.id), col(plan.student_id), col(plan.status)).join(year, same_year)
    running = (col(year.starts_on) <= day, col(year.ends_on) > day)
    return found.where(*theirs(session, plan, student_ids), *running).subquery("plans_of_year")


async def _agreements(session: SchoolSession, plans: Subquery) -> Agreements:
    """What is a draft is not agreed yet. A topic in words of one's own is for people to read, not for the decision."""
    it = PlanAgreement
    said = (col(it.topic), col(it.channel), col(it.frequency), col(it.answered_by_id))
    rows = await session.execute(
        select(plans.c.student_id, col(it.guardian_id), *said)
        .join(it, and_(col(it.school_id) == plans.c.school_id, col(it.plan_id) == plans.c.id))
        .where(plans.c.status != PlanStatus.DRAFT)
        .order_by(col(it.id))
    )
    agreed: Agreements = defaultdict(list)
    for student_id, guardian_id, line, channel, frequency, answered_by_id in rows:
        if topic := topic_of(line):
            one = Agreed(topic, ContactChannel(channel), Frequency(frequency), answered_by_id)
            agreed[student_id, guardian_id].append(one)
    return agreed


async def _limits(session: SchoolSession, student_ids: list[UUID]) -> Limits:
    it = Restriction
    pair = (col(it.student_id), col(it.guardian_id))
    held = select(*pair, col(it.starts_on), col(it.ends_on), col(it.kind)).where(*theirs(session, it, student_ids))
    limits: Limits = defaultdict(list)
    for student_id, guardian_id, starts_on, ends_on, kind in await session.execute(held):
        limits[student_id, guardian_id].append(Limit(starts_on, ends_on, RestrictionKind(kind)))
    return limits


async def _students(
    session: SchoolSession, student_ids: list[UUID], plans: Subquery, agreed: Agreements
) -> Sequence[Student]:
    who, wishes = StudentRow, StudentWishes
    wished = and_(col(wishes.school_id) == plans.c.school_id, col(wishes.plan_id) == plans.c.id)
    found = (
        select(col(who.id), col(who.born_on), _said_yes(plans), col(wishes.channels))
        .outerjoin(plans, plans.c.student_id == col(who.id))
        .outerjoin(wishes, wished)
        .where(*theirs(session, who, student_ids, "id"))
    )
    return [
        Student(
            student_id,
            Person(wishes=_own(channels), agreements=tuple(agreed.get((student_id, None), ()))),
            born_on,
            said_yes,
        )
        for student_id, born_on, said_yes, channels in await session.execute(found)
    ]


def _said_yes(plans: Subquery) -> ColumnElement[bool]:
    yes = PlanApproval
    same_plan = and_(col(yes.school_id) == plans.c.school_id, col(yes.plan_id) == plans.c.id)
    return exists().where(same_plan, col(yes.party) == Party.STUDENT).correlate(plans)


def _own(channels: Sequence[str] | None) -> Wishes | None:
    return None if channels is None else Wishes(tuple(map(ContactChannel, channels)))
