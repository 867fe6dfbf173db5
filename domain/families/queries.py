"""Reads of families, and who may see whom: written once, for compiled reads and for loaded rows alike."""

from typing import Any
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import Alias, ColumnElement, func, literal, literal_column, or_, select
from sqlmodel import col

from domain.families.models.enrollments import Enrollment, EnrollmentRead
from domain.families.models.guardians import Guardian, GuardianFields, GuardianRead
from domain.families.models.guardianships import Guardianship, GuardianshipRead
from domain.families.models.households import Household, HouseholdMember, HouseholdRead
from domain.families.models.restrictions import Restriction, RestrictionFields, RestrictionKind, RestrictionRead
from domain.families.models.students import Student, StudentFields, StudentRead
from domain.kernel.collection import Collection
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import Viewer, is_one_of, today
from domain.kernel.read import Document, Listing, another, there_is
from domain.kernel.row import Expression
from domain.kernel.text import LanguageTag, Line
from domain.school.models.class_staff import ClassStaff
from domain.school.models.classes import SchoolClass
from domain.school.models.words import Level

WHOLE_SCHOOL = OFFICE | SYSTEM
"""Roles that see every family of the school."""


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
            not_ended(col(Enrollment.ended_on)),
            col(ClassStaff.staff_id) == viewer.staff_id,
            not_ended(col(ClassStaff.ended_on)),
        )
        .correlate_except(Enrollment, ClassStaff)
        .exists()
    )


def guarded_by(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """The viewer is a guardian of the student with a right to information that no restriction takes away (R17)."""
    link = another(Guardianship)
    informed = there_is(
        link,
        *_between(link, viewer, student_id),
        link.c.right_to_information,
        not_ended(link.c.ended_on),
    )
    return informed & ~restricted(viewer, student_id, RestrictionKind.NO_INFORMATION)


def restricted(viewer: Viewer, student_id: Expression, *kinds: RestrictionKind) -> ColumnElement[bool]:
    """A restriction (of one of these kinds, if any are named) holds today for the viewer and this student."""
    limit = another(Restriction)
    of_kinds = [limit.c.kind.in_([literal(kind) for kind in kinds])] if kinds else []
    holds = (limit.c.starts_on <= today, limit.c.ends_on > today, *of_kinds)
    return there_is(limit, *_between(limit, viewer, student_id), *holds)


def _between(link: Alias, viewer: Viewer, student_id: Expression) -> tuple[ColumnElement[bool], ...]:
    """A row that is about the student and the viewer as a guardian."""
    mine = (link.c.school_id == viewer.school_id, link.c.guardian_id == viewer.guardian_id)
    return *mine, link.c.student_id == student_id


def linked(viewer: Viewer, student_id: Expression, *, ended: bool = False) -> ColumnElement[bool]:
    """The viewer is a guardian of the student, or was."""
    link = another(Guardianship)
    is_open = not_ended(link.c.ended_on)
    return there_is(link, *_between(link, viewer, student_id), ~is_open if ended else is_open)


def reads_as_school(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """Office, systems and the student's teachers. Who is a parent of the student reads as a parent (R17)."""
    of_school = or_(is_one_of(viewer, *WHOLE_SCHOOL), taught_by(viewer, student_id))
    return of_school & ~linked(viewer, student_id)


def was_guardian(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """The viewer's link with the student is there and has ended."""
    return linked(viewer, student_id, ended=True)


def sees_student(viewer: Viewer, student_id: Expression) -> ColumnElement[bool]:
    """Office and systems see every student, teachers those of their classes, guardians and students their own."""
    return or_(
        student_id == viewer.student_id,
        reads_as_school(viewer, student_id),
        guarded_by(viewer, student_id),
    )


def sees_guardian(viewer: Viewer, guardian_id: Expression) -> ColumnElement[bool]:
    """Office and systems see every guardian, teachers those of their students, a guardian only themselves (R17)."""
    link = another(Guardianship)
    open_link = (link.c.school_id == viewer.school_id, link.c.guardian_id == guardian_id, not_ended(link.c.ended_on))
    of_a_student = there_is(link, *open_link)
    of_my_student = there_is(link, *open_link, reads_as_school(viewer, link.c.student_id))
    # Who has no student yet, or no longer, is the office's to see.
    alone = is_one_of(viewer, *WHOLE_SCHOOL) & ~of_a_student
    return or_(alone, guardian_id == viewer.guardian_id, of_my_student)


def not_ended(ended_on: Expression) -> ColumnElement[bool]:
    """It holds today."""
    return or_(ended_on.is_(None), ended_on > today)


ENROLLMENTS = Document(
    EnrollmentRead,
    Enrollment,
    beside={
        SchoolClass: (col(SchoolClass.school_id) == col(Enrollment.school_id))
        & (col(SchoolClass.id) == col(Enrollment.class_id))
    },
    computed={"title": lambda _: col(SchoolClass.title)},
)

GUARDIANSHIPS = Document(
    GuardianshipRead,
    Guardianship,
    visible=lambda viewer: (
        or_(
            col(Guardianship.guardian_id) == viewer.guardian_id,
            reads_as_school(viewer, col(Guardianship.student_id)),
        )
        & not_ended(col(Guardianship.ended_on))
    ),
    beside={
        Guardian: (col(Guardian.school_id) == col(Guardianship.school_id))
        & (col(Guardian.id) == col(Guardianship.guardian_id))
    },
    computed={"given_name": lambda _: col(Guardian.given_name), "family_name": lambda _: col(Guardian.family_name)},
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


STUDENT_COLLECTION = Collection(
    "student",
    StudentFields,
    Listing(
        STUDENTS,
        sorts={"family_name": col(Student.family_name)},
        filters={
            "class_id": lambda given: there_is(
                Enrollment,
                col(Enrollment.school_id) == col(Student.school_id),
                col(Enrollment.student_id) == col(Student.id),
                col(Enrollment.class_id) == given,
                not_ended(col(Enrollment.ended_on)),
            ),
            "guardian_id": lambda given: there_is(
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
            "student_id": lambda given: there_is(
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
    member = another(HouseholdMember)
    mine = there_is(
        member,
        member.c.school_id == col(Household.school_id),
        member.c.household_id == col(Household.id),
        or_(member.c.guardian_id == viewer.guardian_id, member.c.student_id == viewer.student_id),
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
