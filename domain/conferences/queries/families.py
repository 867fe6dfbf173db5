"""How families of a round go out. A guardian finds their own family only."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, case, literal_column, null, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.family_reads import ChildOfFamily, ConferenceFamilyRead, GuardianOfFamily
from domain.conferences.models.words import FamilyStatus, Via
from domain.conferences.queries.people import has_child, is_asked, is_child_of, is_informed
from domain.conferences.queries.visibility import reads_family_as_team, sees_family
from domain.families.models import Enrollment, Guardian, Student
from domain.families.queries import not_ended
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing, Reading, another, once, there_is

_FAMILY: Any = ConferenceFamily


def _children(reading: Reading) -> ColumnElement[Any]:
    """A guardian who is kept from one of the children does not find it here."""
    mine = is_informed(reading.viewer.school_id, reading.viewer.guardian_id, col(Student.id))
    seen = or_(once("is_team", Boolean), mine)
    return _CHILDREN.nested(reading, is_child_of(_FAMILY, Student) & seen, col(Student.given_name), col(Student.id))


def _guardians(reading: Reading) -> ColumnElement[Any]:
    return _GUARDIANS.nested(reading, is_asked(_FAMILY, col(Guardian.id)), col(Guardian.id))


_CHILDREN = Document(ChildOfFamily, Student, computed={"student_id": lambda _: col(Student.id)})
_GUARDIANS = Document(GuardianOfFamily, Guardian, computed={"guardian_id": lambda _: col(Guardian.id)})


def _for_team(column: Any, otherwise: Any) -> Computed:
    return lambda _: case((once("is_team", Boolean), column), else_=otherwise)


FAMILIES = Document(
    ConferenceFamilyRead,
    ConferenceFamily,
    visible=sees_family,
    once={"is_team": lambda reading: reads_family_as_team(reading.viewer, _FAMILY)},
    computed={
        "students": _children,
        "guardians": _guardians,
        "attempts": _for_team(col(ConferenceFamily.attempts), literal_column("'[]'::jsonb", JSONB)),
        "link_expires_at": _for_team(col(ConferenceFamily.link_expires_at), null()),
    },
)


class FamilyQuery(PageQuery):
    """Which families."""

    round_id: UUID | None = None
    status: FamilyStatus | None = None
    entered_via: Via | None = None
    student_id: UUID | None = None
    class_id: UUID | None = None


def _in_class(child: Any, class_id: Any) -> ColumnElement[bool]:
    place = another(Enrollment)
    here = (place.c.school_id == child.school_id, place.c.student_id == child.id, place.c.class_id == class_id)
    return there_is(place, *here, not_ended(place.c.ended_on))


FAMILY_LISTING = Listing(
    FAMILIES,
    sorts={"created_at": col(ConferenceFamily.created_at)},
    filters={
        "student_id": lambda given: has_child(_FAMILY, lambda child: child.id == given),
        "class_id": lambda given: has_child(_FAMILY, lambda child: _in_class(child, given)),
    },
)
