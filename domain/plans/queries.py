"""Reads of plans, and who sees which part of them: written once, for plans as they are and as they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, case, cast, func, literal, literal_column, null, or_, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.families.models import Guardianship, Restriction, RestrictionKind
from domain.families.queries import WHOLE_SCHOOL, guarded_by, taught_by, today
from domain.kernel.page import PageQuery
from domain.kernel.permissions import Role
from domain.kernel.principal import KnownViewer, Principal, Viewer, is_one_of
from domain.kernel.read import Document, Listing, Reading, looked_up
from domain.kernel.session import SchoolSession
from domain.plans.models import (
    CommunicationOptions,
    CommunicationOptionsRead,
    CommunicationPlan,
    CommunicationPlanRead,
    ContactChannel,
    GuardianWishes,
    GuardianWishesRead,
    Party,
    PlanAgreement,
    PlanAgreementFields,
    PlanAgreementRead,
    PlanApproval,
    PlanApprovalRead,
    PlanChange,
    PlanStatus,
    PlanVersion,
    PlanVersionItem,
    PlanVersionPart,
    PlanVersionRead,
    PlanVersions,
    StudentWishes,
    StudentWishesRead,
)
from domain.plans.rules import Inputs, SchoolYear, Standing
from domain.school.models import AcademicSession, StaffMember

Id = ColumnElement[Any]


@dataclass(frozen=True)
class Somebody:
    """A person in the place of the viewer: what would they see?"""

    school_id: Id
    guardian_id: Id = null()
    staff_id: Id = null()
    student_id: Id = null()
    interpreter_id: Id = null()
    roles: ColumnElement[Any] = literal([], ARRAY(Text))


def takes_part(viewer: Viewer, student_id: Id) -> ColumnElement[bool]:
    """The viewer is a guardian with a right to information whom no restriction keeps from knowing or from contact."""
    limit = aliased(Restriction)
    kept_away = (
        select(1)
        .select_from(limit)
        .where(
            col(limit.school_id) == viewer.school_id,
            col(limit.student_id) == student_id,
            col(limit.guardian_id) == viewer.guardian_id,
            col(limit.kind) == RestrictionKind.NO_CONTACT,
            col(limit.starts_on) <= today,
            col(limit.ends_on) > today,
        )
        .correlate_except(limit)
        .exists()
    )
    return guarded_by(viewer, student_id) & ~kept_away


def reads_as_school(viewer: Viewer, student_id: Id) -> ColumnElement[bool]:
    """Office, systems and the student's teachers. Who is a parent of the student reads as a parent (R17)."""
    link = aliased(Guardianship)
    is_parent = (
        select(1)
        .select_from(link)
        .where(
            col(link.school_id) == viewer.school_id,
            col(link.student_id) == student_id,
            col(link.guardian_id) == viewer.guardian_id,
        )
        .correlate_except(link)
        .exists()
    )
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), taught_by(viewer, student_id)) & ~is_parent


def sees_plan(viewer: Viewer, student_id: Id) -> ColumnElement[bool]:
    """The school, the student, and each guardian who takes part."""
    return or_(
        reads_as_school(viewer, student_id), student_id == viewer.student_id, takes_part(viewer, student_id)
    )


def _student_of(part: Any) -> Id:
    plan = CommunicationPlan
    return looked_up(plan.student_id, col(plan.school_id) == col(part.school_id), col(plan.id) == col(part.plan_id))


def _meant_for(viewer: Viewer, part: Any, guardian_id: Id, *, wishes: ColumnElement[bool]) -> ColumnElement[bool]:
    """The school sees every part, a guardian what is theirs; what is no guardian's, all see, but the student's wishes."""
    student_id = _student_of(part)
    the_students = and_(guardian_id.is_(None), or_(~wishes, student_id == viewer.student_id))
    return or_(reads_as_school(viewer, student_id), guardian_id == viewer.guardian_id, the_students)


_YES, _NO = literal_column("true"), literal_column("false")

OPTIONS = Document(
    CommunicationOptionsRead,
    CommunicationOptions,
    computed={
        "teaching_days": lambda _: looked_up(
            StaffMember.teaching_days,
            col(StaffMember.school_id) == col(CommunicationOptions.school_id),
            col(StaffMember.id) == col(CommunicationOptions.staff_id),
        )
    },
)
STUDENT_WISHES = Document(
    StudentWishesRead, StudentWishes, visible=lambda viewer: _meant_for(viewer, StudentWishes, null(), wishes=_YES)
)
GUARDIAN_WISHES = Document(
    GuardianWishesRead,
    GuardianWishes,
    visible=lambda viewer: _meant_for(viewer, GuardianWishes, col(GuardianWishes.guardian_id), wishes=_YES),
)
AGREEMENTS = Document(
    PlanAgreementRead,
    PlanAgreement,
    visible=lambda viewer: _meant_for(viewer, PlanAgreement, col(PlanAgreement.guardian_id), wishes=_NO),
)
APPROVALS = Document(
    PlanApprovalRead,
    PlanApproval,
    visible=lambda viewer: _meant_for(viewer, PlanApproval, col(PlanApproval.guardian_id), wishes=_NO),
)


def _of_plan(part: Any) -> ColumnElement[bool]:
    same_school = col(part.school_id) == col(CommunicationPlan.school_id)
    return and_(same_school, col(part.plan_id) == col(CommunicationPlan.id))


def _options(reading: Reading) -> ColumnElement[Any]:
    teacher = Somebody(col(CommunicationOptions.school_id), staff_id=col(CommunicationOptions.staff_id))
    of_school = col(CommunicationOptions.staff_id).is_(None)
    same_school = col(CommunicationOptions.school_id) == col(CommunicationPlan.school_id)
    theirs = or_(of_school, taught_by(teacher, col(CommunicationPlan.student_id)))
    return OPTIONS.nested(reading, same_school & theirs, of_school.desc(), col(CommunicationOptions.id))


_FIRST = literal_column("0")
_ENDS_ON = looked_up(
    AcademicSession.ends_on,
    col(AcademicSession.school_id) == col(CommunicationPlan.school_id),
    col(AcademicSession.id) == col(CommunicationPlan.academic_session_id),
)
_STATUS = case((_ENDS_ON <= today, literal_column(f"'{PlanStatus.ENDED}'")), else_=col(CommunicationPlan.status))

PLANS = Document(
    CommunicationPlanRead,
    CommunicationPlan,
    visible=lambda viewer: sees_plan(viewer, col(CommunicationPlan.student_id)),
    computed={
        "ends_on": lambda _: _ENDS_ON,
        "status": lambda _: _STATUS,
        "options": _options,
        "student_wishes": lambda reading: STUDENT_WISHES.nested(reading, _of_plan(StudentWishes)).op("->")(_FIRST),
        "guardian_wishes": lambda reading: GUARDIAN_WISHES.nested(
            reading, _of_plan(GuardianWishes), col(GuardianWishes.id)
        ),
        "agreements": lambda reading: AGREEMENTS.nested(reading, _of_plan(PlanAgreement), col(PlanAgreement.id)),
        "agreed_by": lambda reading: APPROVALS.nested(reading, _of_plan(PlanApproval), col(PlanApproval.id)),
    },
)


class PlanQuery(PageQuery):
    """Which plans."""

    student_id: UUID | None = None
    status: PlanStatus | None = None


PLAN_LISTING = Listing(
    PLANS,
    sorts={"review_on": col(CommunicationPlan.review_on), "created_at": col(CommunicationPlan.created_at)},
    filters={"status": lambda given: _STATUS == given},
)

PARTS = ("student_wishes", "guardian_wishes", "agreements", "agreed_by")
"""The fields of a plan that not everybody sees the same of: versions keep them part by part."""


def _sees_version(viewer: Viewer) -> ColumnElement[bool]:
    given = col(PlanVersion.change) == PlanChange.WISHES_GIVEN
    meant = _meant_for(viewer, PlanVersion, col(PlanVersion.guardian_id), wishes=given)
    return sees_plan(viewer, _student_of(PlanVersion)) & meant


def _sees_kept_part(viewer: Viewer) -> ColumnElement[bool]:
    wishes = col(PlanVersionPart.kind) == "student_wishes"
    return _meant_for(viewer, PlanVersionPart, col(PlanVersionPart.guardian_id), wishes=wishes)


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
    kept = [student.op("->")(_FIRST), *lists]
    named = [word for kind, part in zip(PARTS, kept, strict=True) for word in (literal_column(f"'{kind}'"), part)]
    return col(PlanVersion.content).op("||")(func.jsonb_build_object(*named))


_ITEM = {
    "at": lambda _: col(PlanVersion.created_at),
    "changes": lambda _: func.json_build_array(col(PlanVersion.change)),
}
VERSION_ITEMS = Document(PlanVersionItem, PlanVersion, visible=_sees_version, computed=_ITEM)
VERSIONS = Document(
    PlanVersions,
    CommunicationPlan,
    visible=PLANS.visible,
    computed={
        "items": lambda reading: VERSION_ITEMS.nested(reading, _of_plan(PlanVersion), col(PlanVersion.number)),
        "next_cursor": lambda _: null(),
    },
)
VERSION = Document(PlanVersionRead, PlanVersion, visible=_sees_version, computed={**_ITEM, "plan": _plan_as_it_was})


async def whole_plan(session: SchoolSession, plan_id: UUID) -> dict[str, Any]:
    """The document of a plan with all its parts, whoever asks: for keeping, never for showing."""
    school = Principal(session.principal.school_id, "samenspraak", frozenset({Role.ADMINISTRATOR}))
    rows, document = PLANS.rows(Reading(KnownViewer(school), None), col(CommunicationPlan.id) == plan_id)
    found: dict[str, Any] = (await session.execute(rows.add_columns(cast(document, JSONB)))).scalar_one()
    return found


async def standing_in(session: SchoolSession, student_id: UUID) -> Standing:
    """What the principal is to this student."""
    viewer, student = session.viewer, literal(student_id, Uuid)
    asked = select(
        reads_as_school(viewer, student),
        taught_by(viewer, student),
        takes_part(viewer, student),
        func.coalesce(viewer.student_id == student, _NO),
    )
    staff, teacher, guardian, is_student = (await session.execute(asked)).one()
    return Standing(staff, staff and teacher, session.principal.guardian_id if guardian else None, is_student)


async def guardian_takes_part(session: SchoolSession, student_id: UUID, guardian_id: UUID) -> bool:
    """Whether this guardian would see the student's plan."""
    guardian = Somebody(session.viewer.school_id, guardian_id=literal(guardian_id, Uuid))
    return bool((await session.execute(select(takes_part(guardian, literal(student_id, Uuid))))).scalar_one())


async def year_of(session: SchoolSession, academic_session_id: UUID | None) -> SchoolYear | None:
    """The days of a school year of this school."""
    days = select(col(AcademicSession.starts_on), col(AcademicSession.ends_on)).where(
        col(AcademicSession.school_id) == session.principal.school_id, col(AcademicSession.id) == academic_session_id
    )
    found = (await session.execute(days)).one_or_none()
    return SchoolYear(*found) if found else None


def heard(table: Any, student_id: UUID) -> ColumnElement[bool]:
    """A row of a guardian counts while that guardian takes part in the plan."""
    guardian = Somebody(col(table.school_id), guardian_id=col(table.guardian_id))
    return or_(col(table.guardian_id).is_(None), takes_part(guardian, literal(student_id, Uuid)))


async def inputs_for(session: SchoolSession, plan: CommunicationPlan, agreement: PlanAgreementFields) -> Inputs:
    """What both sides brought in for this agreement."""
    wished = await _wishes(session, plan)
    return Inputs(
        school=await _offered(session, None),
        answerer=await _offered(session, agreement.answered_by_id) if agreement.answered_by_id else None,
        wished=wished.get(agreement.guardian_id if agreement.party is Party.GUARDIAN else None),
        a_guardian_was_heard=any(guardian_id is not None for guardian_id in wished),
    )


async def _wishes(session: SchoolSession, plan: CommunicationPlan) -> dict[UUID | None, frozenset[ContactChannel]]:
    """The channels that each guardian, and under None the student, wishes."""
    here = plan.school_id, plan.id
    guardians = select(col(GuardianWishes.guardian_id), col(GuardianWishes.channels)).where(
        col(GuardianWishes.school_id) == here[0], col(GuardianWishes.plan_id) == here[1], heard(GuardianWishes, plan.student_id)
    )
    student = select(null(), col(StudentWishes.channels)).where(
        col(StudentWishes.school_id) == here[0], col(StudentWishes.plan_id) == here[1]
    )
    rows = [*await session.execute(guardians), *await session.execute(student)]
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
