"""Who is out on a visit now."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col

from domain.conversations.queries.conversations import local_time
from domain.families.models.enrollments import Enrollment
from domain.families.queries import linked, not_ended
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, Listing
from domain.school.models import School
from domain.school.models.classes import SchoolClass
from domain.visits.models.out import HomeVisitOut
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit
from domain.visits.queries.visibility import goes
from domain.visits.queries.visitors import VISITORS
from domain.visits.queries.visits import of_visit


def is_out() -> ColumnElement[bool]:
    """Checked in, and not out: also when the family took its yes back meanwhile, since colleagues are there still."""
    return and_(col(HomeVisit.checked_in_at).is_not(None), col(HomeVisit.checked_out_at).is_(None))


def _answers_for_them(viewer: Viewer) -> ColumnElement[bool]:
    """The office, and who is out themselves."""
    of_office = is_one_of(viewer, *OFFICE) & ~linked(viewer, col(HomeVisit.student_id))
    return is_out() & or_(of_office, goes(viewer))


def _classes() -> ColumnElement[Any]:
    here = and_(
        col(SchoolClass.school_id) == col(Enrollment.school_id), col(SchoolClass.id) == col(Enrollment.class_id)
    )
    title = col(SchoolClass.title)
    listed = func.coalesce(func.jsonb_agg(aggregate_order_by(title, title)), func.jsonb_build_array())
    found = select(listed).select_from(Enrollment).join(SchoolClass, here)
    of_student = (
        col(Enrollment.school_id) == col(HomeVisit.school_id),
        col(Enrollment.student_id) == col(HomeVisit.student_id),
        not_ended(col(Enrollment.ended_on)),
    )
    return found.where(*of_student).correlate_except(Enrollment, SchoolClass).scalar_subquery()


OUT = Listing(
    Document(
        HomeVisitOut,
        HomeVisit,
        visible=_answers_for_them,
        beside={School: col(School.school_id) == col(HomeVisit.school_id)},
        computed={
            "classes": lambda _: _classes(),
            "visitors": lambda reading: VISITORS.nested(reading, of_visit(HomeVisitVisitor), col(HomeVisitVisitor.id)),
            "local_since": lambda _: local_time(col(HomeVisit.checked_in_at)),
            "local_expected_back": lambda _: local_time(col(HomeVisit.expected_back_at)),
            "is_overdue": lambda _: col(HomeVisit.due_at) <= func.now(),
        },
    ),
    sorts={"due_at": col(HomeVisit.due_at)},
)
