"""Where the guardians of students live: from which families a round is made."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, case, null, select
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.people import decides_alone, is_informed
from domain.families.models import Enrollment, Guardianship, HouseholdMember, Student
from domain.families.queries import not_ended
from domain.kernel.read import there_is


class Home(NamedTuple):
    """A household, or a guardian who lives in none that the school knows."""

    household_id: UUID | None
    guardian_id: UUID | None


def homes_of(round_: ConferenceRound, class_ids: Sequence[UUID] | None) -> Select[UUID | None, UUID | None]:
    """The homes of all guardians whom a round may ask about a student of its level (of these classes)."""
    link, member, lives = Guardianship, HouseholdMember, col(HouseholdMember.household_id)
    in_class = there_is(
        Enrollment,
        col(Enrollment.school_id) == col(Student.school_id),
        col(Enrollment.student_id) == col(Student.id),
        not_ended(col(Enrollment.ended_on)),
        col(Enrollment.class_id).in_(class_ids or []),
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
            col(link.school_id) == round_.school_id,
            col(link.may_be_contacted),
            col(Student.level) == round_.level,
            not_ended(col(Student.ended_on)),
            ~decides_alone(Student, round_.id),
            is_informed(round_.school_id, col(link.guardian_id), col(Student.id)),
            *([in_class] if class_ids is not None else []),
        )
        .distinct()
    )
