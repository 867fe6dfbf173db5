"""The number that a guardian gave for what is urgent, as SQL: for who must phone, and nobody else."""

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.kernel.principal import today
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.somebody import Id
from domain.school.models.years import AcademicSession


def urgent_number(school_id: Id, student_id: Id, guardian_id: Id) -> ColumnElement[str]:
    """In the plan of this school year; null without one."""
    plan, wishes, year = CommunicationPlan, GuardianWishes, AcademicSession
    found = (
        select(col(wishes.urgent_phone))
        .join(plan, (col(plan.school_id) == col(wishes.school_id)) & (col(plan.id) == col(wishes.plan_id)))
        .join(year, (col(year.school_id) == col(plan.school_id)) & (col(year.id) == col(plan.academic_session_id)))
        .where(
            col(wishes.school_id) == school_id,
            col(wishes.guardian_id) == guardian_id,
            col(plan.student_id) == student_id,
            col(year.starts_on) <= today,
            col(year.ends_on) > today,
        )
    )
    return found.correlate_except(wishes, plan, year).limit(1).scalar_subquery()
