"""How rounds of visits go out, and which families one asks."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, func, literal, literal_column, select
from sqlalchemy.dialects.postgresql import JSONB, distinct_on
from sqlmodel import col

from domain.families.models.enrollments import Enrollment
from domain.families.models.guardianships import Guardianship
from domain.families.models.households import HouseholdMember
from domain.families.models.restrictions import Restriction
from domain.families.queries import not_ended
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import is_one_of, today
from domain.kernel.read import Document, Listing, Reading, another, there_is
from domain.kernel.session import SchoolSession
from domain.school.models.classes import SchoolClass
from domain.visits.models.rounds import HomeVisitRound, HomeVisitRoundFields, HomeVisitRoundRead
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus


def _counts(_: Reading) -> ColumnElement[Any]:
    of_round = and_(
        col(HomeVisit.school_id) == col(HomeVisitRound.school_id), col(HomeVisit.round_id) == col(HomeVisitRound.id)
    )
    numbers: dict[VisitStatus, Any] = {
        status: func.count().filter(col(HomeVisit.status) == literal(status)) for status in VisitStatus
    }
    pairs: list[Any] = []
    for name, number in numbers.items():
        pairs += [literal_column(f"'{name}'"), number]
    counted = select(func.jsonb_build_object(*pairs)).select_from(HomeVisit).where(of_round)
    return counted.correlate_except(HomeVisit).scalar_subquery()


def _warnings(reading: Reading) -> Any:
    warnings = col(HomeVisitRound.warnings)
    return warnings if reading.language is None else func.localized(warnings, reading.language, type_=JSONB)


ROUND = Document(
    HomeVisitRoundRead,
    HomeVisitRound,
    visible=lambda viewer: is_one_of(viewer, *OFFICE),
    computed={"counts": _counts, "warnings": _warnings},
)
ROUNDS = Listing(ROUND, sorts={"created_at": col(HomeVisitRound.created_at)})


class Family(NamedTuple):
    """One household: the student through whom it is asked, and the guardian who is asked."""

    student_id: UUID
    guardian_id: UUID


async def families_of(session: SchoolSession, fields: HomeVisitRoundFields) -> list[Family]:
    """Each household of these students once; parents who live apart are asked apart (R17)."""
    here = session.principal.school_id
    link, home = Guardianship, HouseholdMember
    same_home = and_(col(home.school_id) == col(link.school_id), col(home.guardian_id) == col(link.guardian_id))
    household = func.coalesce(col(home.household_id), col(link.guardian_id), type_=Uuid)
    found = (
        select(col(link.student_id), col(link.guardian_id))
        .outerjoin(home, same_home)
        .where(col(link.school_id) == here, col(link.student_id).in_(_students(here, fields)), _may_be_asked())
        .ext(distinct_on(household))
        .order_by(household, col(link.student_id), col(link.id))
    )
    return [Family(*row) for row in await session.execute(found)]


def _may_be_asked() -> ColumnElement[bool]:
    link, limit = Guardianship, Restriction
    same = (col(limit.school_id) == col(link.school_id), col(limit.student_id) == col(link.student_id))
    holds = (col(limit.guardian_id) == col(link.guardian_id), col(limit.starts_on) <= today, col(limit.ends_on) > today)
    rights = (col(link.legal_authority), col(link.right_to_information), col(link.may_be_contacted))
    return and_(*rights, not_ended(col(link.ended_on)), ~there_is(limit, *same, *holds))


def _students(here: UUID, fields: HomeVisitRoundFields) -> Select[UUID]:
    enrolled = select(col(Enrollment.student_id)).where(
        col(Enrollment.school_id) == here, not_ended(col(Enrollment.ended_on))
    )
    if fields.class_id:
        return enrolled.where(col(Enrollment.class_id) == fields.class_id)
    earlier, of_year, of_other = another(Enrollment), another(SchoolClass), another(SchoolClass)
    this_year = (of_year.c.school_id == here, of_year.c.id == col(Enrollment.class_id))
    before = select(1).select_from(
        earlier.join(of_other, and_(of_other.c.school_id == here, of_other.c.id == earlier.c.class_id))
    )
    was_here = before.where(
        earlier.c.school_id == here,
        earlier.c.student_id == col(Enrollment.student_id),
        of_other.c.academic_session_id != fields.new_in_id,
    ).exists()
    in_year = there_is(of_year, *this_year, of_year.c.academic_session_id == fields.new_in_id)
    return enrolled.where(in_year, ~was_here)
