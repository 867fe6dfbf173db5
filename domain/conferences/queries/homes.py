"""Where the guardians of students live: from which families a round is made."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, String, Uuid, and_, bindparam, case, func, null, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.people import decides_alone, is_informed
from domain.families.models import Enrollment, Guardianship, HouseholdMember, Student
from domain.families.queries import not_ended
from domain.kernel.read import there_is
from domain.kernel.session import SchoolSession


class Home(NamedTuple):
    """A household, or a guardian who lives in none that the school knows."""

    household_id: UUID | None
    guardian_id: UUID | None


async def homes_of(session: SchoolSession, round_: ConferenceRound, class_ids: Sequence[UUID] | None) -> set[Home]:
    """The homes of all guardians whom a round may ask about a student of its level (of these classes)."""
    asked = {"of_school": round_.school_id, "of_round": round_.id, "of_level": round_.level, "of_classes": class_ids}
    return {Home(*row) for row in await session.execute(_homes(), asked)}


@cache
def _homes() -> Select[UUID | None, UUID | None]:
    school_id, round_id = bindparam("of_school", type_=Uuid), bindparam("of_round", type_=Uuid)
    classes = bindparam("of_classes", type_=ARRAY(Uuid))
    link, member, lives = Guardianship, HouseholdMember, col(HouseholdMember.household_id)
    in_class = there_is(
        Enrollment,
        col(Enrollment.school_id) == col(Student.school_id),
        col(Enrollment.student_id) == col(Student.id),
        not_ended(col(Enrollment.ended_on)),
        col(Enrollment.class_id) == func.any(classes),
    )
    alone = case((lives.is_(None), col(link.guardian_id)), else_=null())
    return (
        select(lives, alone.label("guardian_id"))
        .select_from(link)
        .join(Student, and_(col(Student.school_id) == col(link.school_id), col(Student.id) == col(link.student_id)))
        .outerjoin(
            member,
            and_(col(member.school_id) == col(link.school_id), col(member.guardian_id) == col(link.guardian_id)),
        )
        .where(
            col(link.school_id) == school_id,
            col(link.may_be_contacted),
            col(Student.level) == bindparam("of_level", type_=String),
            not_ended(col(Student.ended_on)),
            ~decides_alone(Student, round_id),
            is_informed(school_id, col(link.guardian_id), col(Student.id)),
            or_(classes.is_(None), in_class),
        )
        .distinct()
    )
