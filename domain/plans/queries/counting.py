"""What counts of what was said in a plan."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, bindparam, or_
from sqlmodel import col

from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.somebody import Somebody
from domain.plans.queries.visibility import takes_part


def parts_of(part: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    school_id, plan_id = (bindparam(name, type_=Uuid) for name in ("school_id", "plan_id"))
    return col(part.school_id) == school_id, col(part.plan_id) == plan_id


def counts(part: Any) -> ColumnElement[bool]:
    """What a guardian said counts while that guardian takes part in the plan."""
    guardian = Somebody(col(part.school_id), guardian_id=col(part.guardian_id))
    return or_(col(part.guardian_id).is_(None), takes_part(guardian, bindparam("of_student_id", type_=Uuid)))


def place(plan: CommunicationPlan) -> dict[str, UUID]:
    return {"school_id": plan.school_id, "plan_id": plan.id, "of_student_id": plan.student_id}
