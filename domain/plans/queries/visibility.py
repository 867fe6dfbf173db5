"""Who sees a plan and which part of it: written once, for plans as they are and as they were."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from domain.families.models.restrictions import RestrictionKind
from domain.families.queries import guarded_by, reads_as_school, restricted
from domain.kernel.principal import Viewer
from domain.kernel.read import looked_up
from domain.plans.models import CommunicationPlan
from domain.plans.queries.somebody import Id


def takes_part(viewer: Viewer, student_id: Id) -> ColumnElement[bool]:
    """The viewer is a guardian with a right to information whom no restriction keeps from knowing or from contact."""
    return guarded_by(viewer, student_id) & ~restricted(viewer, student_id, RestrictionKind.NO_CONTACT)


def sees_plan(viewer: Viewer, student_id: Id) -> ColumnElement[bool]:
    """The school, the student, and each guardian who takes part."""
    return or_(reads_as_school(viewer, student_id), student_id == viewer.student_id, takes_part(viewer, student_id))


def student_of(part: Any) -> Id:
    plan = CommunicationPlan
    return looked_up(plan.student_id, col(plan.school_id) == col(part.school_id), col(plan.id) == col(part.plan_id))


def meant_for(viewer: Viewer, part: Any, guardian_id: Id, *, wishes: ColumnElement[bool]) -> ColumnElement[bool]:
    """The school sees every part, a guardian their own; what is no guardian's, all see, less the student's wishes."""
    student_id = student_of(part)
    the_students = and_(guardian_id.is_(None), or_(~wishes, student_id == viewer.student_id))
    return or_(reads_as_school(viewer, student_id), guardian_id == viewer.guardian_id, the_students)
