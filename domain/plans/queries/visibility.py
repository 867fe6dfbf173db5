"""Who sees a plan and which part of it: written once, for plans as they are and as they were."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, bindparam, literal, null, or_
from sqlmodel import col

from domain.families.models import RestrictionKind
from domain.families.queries import guarded_by, reads_as_school, restricted
from domain.kernel.principal import Principal, Viewer
from domain.kernel.read import looked_up
from domain.plans.models import CommunicationPlan

Id = Any
"""An id in SQL: a column, or a value bound to the statement (SQLAlchemy types the two apart)."""


@dataclass
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


def asked_for() -> Somebody:
    """A viewer whose ids are filled in when the statement runs, so that the statement is built once."""
    ids = ("guardian_id", "staff_id", "student_id", "interpreter_id")
    return Somebody(
        bindparam("school_id", type_=Uuid),
        **{name: bindparam(name, type_=Uuid) for name in ids},
        roles=bindparam("roles", type_=ARRAY(Text)),
    )


def values_of(principal: Principal) -> dict[str, Any]:
    ids = ("school_id", "guardian_id", "staff_id", "student_id", "interpreter_id")
    return {name: getattr(principal, name) for name in ids} | {"roles": sorted(principal.roles)}
