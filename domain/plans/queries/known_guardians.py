"""The guardians of students, each with what the decision looks at: one statement."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Subquery, Uuid, and_, func, literal, select
from sqlmodel import col

from domain.conversations.queries.cases import PARENTS
from domain.families.models.guardians import Guardian as GuardianRow
from domain.families.models.guardians import ReadingComfort
from domain.families.models.guardianships import Guardianship
from domain.kernel.session import SchoolSession
from domain.plans.decision.family import Agreed, Guardian, Limit, Person
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.queries.known_wishes import WISHES, wishes_of

Pair = tuple[UUID, UUID | None]
"""A student, and one of their guardians or None for themselves."""
_OF_LINK = (
    *("student_id", "guardian_id", "relationship", "ended_on"),
    *("legal_authority", "right_to_information", "may_be_contacted", "legal_parents_agreed_on"),
)
_READ: tuple[Any, ...] = (
    *(col(getattr(Guardianship, name)) for name in _OF_LINK),
    *(col(getattr(GuardianRow, name)) for name in ("languages", "reading_comfort")),
)
Agreements = defaultdict[Pair, list[Agreed]]
Limits = defaultdict[Pair, list[Limit]]


def theirs(
    session: SchoolSession, table: Any, student_ids: list[UUID], key: str = "student_id"
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Rows of the school that are about these students; one parameter, however many they are."""
    named = func.any(literal(student_ids, ARRAY(Uuid)))
    return col(table.school_id) == session.principal.school_id, col(getattr(table, key)) == named


async def guardians_of(
    session: SchoolSession,
    student_ids: list[UUID],
    plans: Subquery,
    agreed: Agreements,
    limits: Limits,
) -> dict[UUID, list[Guardian]]:
    found: dict[UUID, list[Guardian]] = defaultdict(list)
    for row in await session.execute(_guardian_rows(session, student_ids, plans)):
        pair = (row.student_id, row.guardian_id)
        found[row.student_id].append(_guardian(row, _person(row, agreed[pair]), limits[pair]))
    return found


def _guardian_rows(session: SchoolSession, student_ids: list[UUID], plans: Subquery) -> Any:
    link, who, wishes = Guardianship, GuardianRow, GuardianWishes
    of_them: tuple[Any, ...] = (
        col(who.email).is_not(None).label("has_email"),
        col(who.phone).is_not(None).label("has_phone"),
        col(who.ended_on).label("gone_on"),
    )
    this_person = and_(col(who.school_id) == col(link.school_id), col(who.id) == col(link.guardian_id))
    this_year = plans.c.student_id == col(link.student_id)
    wished = and_(
        col(wishes.school_id) == plans.c.school_id,
        col(wishes.plan_id) == plans.c.id,
        col(wishes.guardian_id) == col(link.guardian_id),
    )
    read: Any = select(*_READ, *of_them, *WISHES).join(who, this_person).outerjoin(plans, this_year)
    return read.outerjoin(wishes, wished).where(*theirs(session, link, student_ids)).order_by(col(link.id))


def _person(row: Any, agreed: Iterable[Agreed]) -> Person:
    comfort = ReadingComfort(row.reading_comfort)
    return Person(tuple(row.languages), comfort, row.has_email, row.has_phone, wishes_of(row), tuple(agreed))


def _guardian(row: Any, person: Person, limits: Iterable[Limit]) -> Guardian:
    ends = [day for day in (row.ended_on, row.gone_on) if day is not None]
    return Guardian(
        guardian_id=row.guardian_id,
        person=person,
        legal_authority=row.legal_authority,
        right_to_information=row.right_to_information,
        may_be_contacted=row.may_be_contacted,
        is_parent=row.relationship in PARENTS,
        legal_parents_agreed_on=row.legal_parents_agreed_on,
        ended_on=min(ends, default=None),
        limits=tuple(limits),
    )
