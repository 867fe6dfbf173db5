"""Reads of families, and who may see whom: written once, for compiled reads and for loaded rows alike."""

from typing import Any
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import ColumnElement, func, literal_column, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.families.models import (
    Enrollment,
    EnrollmentRead,
    Guardian,
    GuardianFields,
    GuardianRead,
    Guardianship,
    GuardianshipRead,
    Household,
    HouseholdMember,
    HouseholdRead,
    Restriction,
    RestrictionFields,
    RestrictionKind,
    RestrictionRead,
    Student,
    StudentFields,
    StudentRead,
)
from domain.kernel.collection import Collection
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, Listing, looked_up
from domain.kernel.row import Expression
from domain.kernel.text import LanguageTag, Line
from domain.school.models import ClassStaff, Level, SchoolClass

WHOLE_SCHOOL = OFFICE | SYSTEM
"""Roles that see every family of the school."""

today = func.current_date()


def taught_by(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """The viewer is on the staff of a class that the student is in now."""
    return (
        select(1)
        .select_from(Enrollment)
        .join(
            ClassStaff,
            (col(ClassStaff.school_id) == col(Enrollment.school_id))
            & (col(ClassStaff.class_id) == col(Enrollment.class_id)),
        )
        .where(
            col(Enrollment.school_id) == viewer.school_id,
            col(Enrollment.student_id) == student_id,
            _not_ended(col(Enrollment.ended_on)),
            col(ClassStaff.staff_id) == viewer.staff_id,
            _not_ended(col(ClassStaff.ended_on)),
        )
        .correlate_except(Enrollment, ClassStaff)
        .exists()
    )


def guarded_by(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """The viewer is a guardian of the student with a right to information that no restriction takes away (R17)."""
    link, limit = aliased(Guardianship), aliased(Restriction)
    restricted = (
        select(1)
        .select_from(limit)
        .where(
            col(limit.school_id) == link.school_id,
            col(limit.student_id) == link.student_id,
            col(limit.guardian_id) == link.guardian_id,
            col(limit.kind) == RestrictionKind.NO_INFORMATION,
            col(limit.starts_on) <= today,
            col(limit.ends_on) > today,
        )
        .exists()
    )
    return (
        select(1)
        .select_from(link)
        .where(
            col(link.school_id) == viewer.school_id,
            col(link.student_id) == student_id,
            col(link.guardian_id) == viewer.guardian_id,
            col(link.right_to_information),
            _not_ended(col(link.ended_on)),
            ~restricted,
        )
        .correlate_except(link, limit)
        .exists()
    )


def _linked(viewer: Viewer, student_id: Expression, *, ended: bool = False) -> ColumnElement[bool]:
    """The viewer is a guardian of the student, or was."""
    link = aliased(Guardianship)
    open_link = _not_ended(col(link.ended_on))
    mine = (
        col(link.school_id) == viewer.school_id,
        col(link.student_id) == student_id,
        col(link.guardian_id) == viewer.guardian_id,
    )
    return select(1).select_from(link).where(*mine, ~open_link if ended else open_link).correlate_except(link).exists()


def reads_as_school(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """Office, systems and the student's teachers. Who is a parent of the student reads as a parent (R17)."""
    of_school = or_(is_one_of(viewer, *WHOLE_SCHOOL), taught_by(viewer, student_id))
    return of_school & ~_linked(viewer, student_id)


def was_guardian(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """The viewer's link with the student is there and has ended."""
    return _linked(viewer, student_id, ended=True)


def sees_student(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """Office and systems see every student, teachers those of their classes, guardians and students their own."""
    return or_(
        student_id == viewer.student_id,
        reads_as_school(viewer, student_id),
        guarded_by(viewer, student_id),
    )


def sees_guardian(viewer: Viewer, guardian_id: Expression) -> ColumnElement[bool]:
    """Office and systems see every guardian, teachers those of their students, a guardian only themselves (R17)."""
    link, any_link = aliased(Guardianship), aliased(Guardianship)
    of_a_student = (
        select(1)
        .select_from(any_link)
        .where(
            col(any_link.school_id) == viewer.school_id,
            col(any_link.guardian_id) == guardian_id,
            _not_ended(col(any_link.ended_on)),
        )
        .correlate_except(any_link)
        .exists()
    )
    of_my_student = (
        select(1)
        .select_from(link)
        .where(
            col(link.school_id) == viewer.school_id,
            col(link.guardian_id) == guardian_id,
            _not_ended(col(link.ended_on)),
            reads_as_school(viewer, col(link.student_id)),
        )
        .correlate_except(link)
        .exists()
    )
    # Who has no student yet, or no longer, is the office's to see.
    alone = is_one_of(viewer, *WHOLE_SCHOOL) & ~of_a_student
    return or_(alone, guardian_id == viewer.guardian_id, of_my_student)


def _not_ended(ended_on: Expression) -> ColumnElement[bool]:
    return or_(ended_on.is_(None), ended_on > today)


ENROLLMENTS = Document(
    EnrollmentRead,
    Enrollment,
    computed={
        "title": lambda _: looked_up(
            SchoolClass.title,
            col(SchoolClass.school_id) == col(Enrollment.school_id),
            col(SchoolClass.id) == col(Enrollment.class_id),
        )
    },
)


def _of_guardian(column: Any) -> ColumnElement[Any]:
    same_school = col(Guardian.school_id) == col(Guardianship.school_id)
    return looked_up(column, same_school, col(Guardian.id) == col(Guardianship.guardian_id))


GUARDIANSHIPS = Document(
    GuardianshipRead,
    Guardianship,
    visible=lambda viewer: (
        or_(
            col(Guardianship.guardian_id) == viewer.guardian_id,
            reads_as_school(viewer, col(Guardianship.student_id)),
        )
        & _not_ended(col(Guardianship.ended_on))
    ),
    computed={
        "given_name": lambda _: _of_guardian(Guardian.given_name),
        "family_name": lambda _: _of_guardian(Guardian.family_name),
    },
)

STUDENTS = Document(
    StudentRead,
    Student,
    visible=lambda viewer: sees_student(viewer, col(Student.id)),
    computed={
        "classes": lambda reading: ENROLLMENTS.nested(
            reading,
            (col(Enrollment.school_id) == col(Student.school_id)) & (col(Enrollment.student_id) == col(Student.id)),
            col(Enrollment.id),
        ),
        "guardians": lambda reading: GUARDIANSHIPS.nested(
            reading,
            (col(Guardianship.school_id) == col(Student.school_id)) & (col(Guardianship.student_id) == col(Student.id)),
            col(Guardianship.id),
        ),
    },
)


class StudentQuery(PageQuery):
    """Which students."""

    level: Level | None = None
    class_id: UUID | None = None
    guardian_id: UUID | None = None
    sourced_id: Line | None = None


class GuardianQuery(PageQuery):
    """Which guardians."""

    languages: LanguageTag | None = Described(None, description="Who speaks this language.")
    student_id: UUID | None = None
    sourced_id: Line | None = None


class RestrictionQuery(PageQuery):
    """Which restrictions."""

    student_id: UUID | None = None
    guardian_id: UUID | None = None


def _exists(table: Any, *on: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(1).select_from(table).where(*on).correlate_except(table).exists()


STUDENT_COLLECTION = Collection(
    "student",
    StudentFields,
    Listing(
        STUDENTS,
        sorts={"family_name": col(Student.family_name)},
        filters={
            "class_id": lambda given: _exists(
                Enrollment,
                col(Enrollment.school_id) == col(Student.school_id),
                col(Enrollment.student_id) == col(Student.id),
                col(Enrollment.class_id) == given,
                _not_ended(col(Enrollment.ended_on)),
            ),
            "guardian_id": lambda given: _exists(
                Guardianship,
                col(Guardianship.school_id) == col(Student.school_id),
                col(Guardianship.student_id) == col(Student.id),
                col(Guardianship.guardian_id) == given,
            ),
        },
    ),
    StudentQuery,
)

GUARDIAN_COLLECTION = Collection(
    "guardian",
    GuardianFields,
    Listing(
        Document(GuardianRead, Guardian, visible=lambda viewer: sees_guardian(viewer, col(Guardian.id))),
        sorts={"family_name": col(Guardian.family_name)},
        filters={
            "student_id": lambda given: _exists(
                Guardianship,
                col(Guardianship.school_id) == col(Guardian.school_id),
                col(Guardianship.guardian_id) == col(Guardian.id),
                col(Guardianship.student_id) == given,
            )
        },
    ),
    GuardianQuery,
)

RESTRICTION_COLLECTION = Collection(
    "restriction",
    RestrictionFields,
    Listing(Document(RestrictionRead, Restriction), sorts={"starts_on": col(Restriction.starts_on)}),
    RestrictionQuery,
)


def _members(column: Any) -> ColumnElement[Any]:
    """Ids of the household's people of one kind, as a JSON list."""
    listed = func.coalesce(func.json_agg(column), literal_column("'[]'::json"))
    found = select(listed).where(
        col(HouseholdMember.school_id) == col(Household.school_id),
        col(HouseholdMember.household_id) == col(Household.id),
        column.is_not(None),
    )
    return found.correlate_except(HouseholdMember).scalar_subquery()


def _lives_in(viewer: Viewer) -> ColumnElement[bool]:
    """Office and systems see every household, people their own."""
    member = aliased(HouseholdMember)
    mine = (
        select(1)
        .select_from(member)
        .where(
            col(member.school_id) == col(Household.school_id),
            col(member.household_id) == col(Household.id),
            or_(col(member.guardian_id) == viewer.guardian_id, col(member.student_id) == viewer.student_id),
        )
        .correlate_except(member)
        .exists()
    )
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), mine)


HOUSEHOLDS = Document(
    HouseholdRead,
    Household,
    visible=_lives_in,
    computed={
        "guardian_ids": lambda _: _members(col(HouseholdMember.guardian_id)),
        "student_ids": lambda _: _members(col(HouseholdMember.student_id)),
    },
)
