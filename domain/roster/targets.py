"""Which tables a roster keeps up to date, and how what it says and what is there make the row that will be.

In every piece of SQL `w` is a wanted row and `t` the row that is there:

- names, titles, days and kinds are as the roster says;
- a blank cell empties nothing: the e-mail address that the school entered stays;
- a language is put before those that the school noted, and takes none away;
- what somebody does in the school, and the rights of a guardian, are given once and then are the school's to change.
"""

from dataclasses import dataclass, field

from domain.families.models.enrollments import Enrollment
from domain.families.models.guardians import Guardian
from domain.families.models.guardianships import Guardianship, Relationship
from domain.families.models.students import Student
from domain.kernel.row import Row
from domain.school.models.class_staff import ClassStaff
from domain.school.models.classes import SchoolClass
from domain.school.models.staff import StaffMember
from domain.school.models.years import AcademicSession


@dataclass(frozen=True)
class Target:
    """`wanted` selects the key and what the roster says; `kept` and `once` are columns with their SQL.

    A row that nothing wants ends when it is `ours` (the roster's) and its file tells everything, or `leaving` holds;
    whoever's it is, it ends when `goes_with` holds.
    """

    table: type[Row]
    noun: str
    file: str
    wanted: str
    kept: dict[str, str]
    once: dict[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ("sourced_id",)
    ours: str = "t.sourced_id IS NOT NULL"
    ended_on: str | None = "NULL::date"
    leaving: str = "false"
    goes_with: str = "false"
    parent: type[Row] | None = None
    """The table in whose documents these rows go out; the key names it first."""

    @property
    def name(self) -> str:
        return str(self.table.__tablename__)


WITH_AUTHORITY = (Relationship.MOTHER, Relationship.FATHER, Relationship.PARENT, Relationship.LEGAL_GUARDIAN)
"""Who exercises parental authority, as far as a roster can tell. Others get no right by it."""

SCHOOL = "(SELECT current_setting('app.school_id')::uuid)"
"""The school that the transaction is bound to, looked up once in a statement and not for each row."""

_LEVEL = f"coalesce(w.level, t.level, (SELECT levels ->> 0 FROM schools WHERE school_id = {SCHOOL}))"
_HAS_AUTHORITY = "w.relationship IN ({})".format(", ".join(f"'{word}'" for word in WITH_AUTHORITY))


def _line(column: str, of: str = "") -> str:
    """As a `Line` takes it."""
    return rf"left(translate({of}{column}, E'\t', ' '), 200) AS {column}"


def _unless_blank(column: str) -> str:
    return f"coalesce(w.{column}, t.{column})"


def _languages(otherwise: str) -> str:
    return (
        f"CASE WHEN w.language IS NULL THEN coalesce(t.languages, '{otherwise}') "
        "WHEN t.languages ? w.language THEN t.languages "
        "ELSE jsonb_build_array(w.language) || coalesce(t.languages, '[]') END"
    )


def _departs(kind: str) -> str:
    return f"t.sourced_id IN (SELECT sourced_id FROM staged_departures WHERE kind = '{kind}')"


def _goes_with(**tables: str) -> str:
    ended = "t.{} IN (SELECT id FROM compared_{} WHERE deed = 'ended')"
    return " OR ".join(ended.format(column, table) for column, table in tables.items())


_DELETED_OR_MOVED = f"{_departs('enrollment')} OR t.sourced_id IN (SELECT sourced_id FROM staged_enrollments)"
"""Of a place in a class: it is taken away, or the same sourcedId now names another class."""


SESSIONS = Target(
    AcademicSession,
    "academic_session",
    "academicSessions",
    f"SELECT sourced_id, {_line('title')}, kind, starts_on, greatest(ends_on, starts_on + 1) AS ends_on "
    "FROM staged_sessions",
    {column: f"w.{column}" for column in ("title", "kind", "starts_on", "ends_on")},
    ended_on=None,
)
CLASSES = Target(
    SchoolClass,
    "class",
    "classes",
    f"SELECT c.sourced_id, {_line('title', 'c.')}, c.level, c.grade, y.id AS academic_session_id "
    "FROM staged_classes c LEFT JOIN compared_academic_sessions y ON y.sourced_id = c.session_sourced_id",
    {
        "title": "w.title",
        "level": _LEVEL,
        "grade": _unless_blank("grade"),
        "academic_session_id": _unless_blank("academic_session_id"),
    },
    leaving=_departs("class"),
)
_NAMES = {"given_name": "w.given_name", "family_name": "w.family_name"}
_PERSON = f"sourced_id, {_line('given_name')}, {_line('family_name')}, {_line('preferred_name')}"
STAFF = Target(
    StaffMember,
    "staff_member",
    "users",
    f"SELECT {_PERSON}, function, email, phone, language FROM staged_people WHERE is_staff",
    {
        **_NAMES,
        "email": _unless_blank("email"),
        "phone": _unless_blank("phone"),
        "languages": _languages('["nl"]'),
    },
    once={"function": "w.function"},
    leaving=_departs("staff"),
)
STUDENTS = Target(
    Student,
    "student",
    "users",
    f"SELECT {_PERSON}, level, born_on FROM staged_people LEFT JOIN staged_births USING (sourced_id) WHERE is_student",
    {
        **_NAMES,
        "preferred_name": _unless_blank("preferred_name"),
        "level": _LEVEL,
        "born_on": _unless_blank("born_on"),
    },
    leaving=_departs("student"),
)
GUARDIANS = Target(
    Guardian,
    "guardian",
    "users",
    f"SELECT {_PERSON}, email, coalesce(mobile, phone) AS phone, language FROM staged_people WHERE is_guardian",
    {
        **_NAMES,
        "preferred_name": _unless_blank("preferred_name"),
        "email": _unless_blank("email"),
        "phone": _unless_blank("phone"),
        "languages": _languages("[]"),
    },
    leaving=_departs("guardian"),
)
GUARDIANSHIPS = Target(
    Guardianship,
    "guardianship",
    "users",
    "SELECT student_id, guardian_id, coalesce(relationship, ("
    f"SELECT o.relationship FROM guardianships o WHERE o.school_id = {SCHOOL} AND o.guardian_id = said.guardian_id "
    "AND o.ended_on IS NULL ORDER BY o.id LIMIT 1), 'other') AS relationship "
    "FROM (SELECT p.id AS student_id, g.id AS guardian_id, min(s.relationship) AS relationship FROM staged_links s "
    "JOIN compared_students p ON p.sourced_id = s.student_sourced_id AND p.deed <> 'ended' "
    "JOIN compared_guardians g ON g.sourced_id = s.guardian_sourced_id AND g.deed <> 'ended' GROUP BY 1, 2) said",
    {},
    once={
        "relationship": "w.relationship",
        "legal_authority": _HAS_AUTHORITY,
        "right_to_information": _HAS_AUTHORITY,
        "from_roster": "true",
    },
    key=("student_id", "guardian_id"),
    ours="t.from_roster",
    goes_with=_goes_with(student_id="students", guardian_id="guardians"),
    parent=Student,
)
ENROLLMENTS = Target(
    Enrollment,
    "enrollment",
    "enrollments",
    "SELECT DISTINCT ON (1, 2) p.id AS student_id, c.id AS class_id, s.sourced_id, s.starts_on, s.ended_on "
    "FROM staged_enrollments s JOIN compared_students p ON p.sourced_id = s.user_sourced_id AND p.deed <> 'ended' "
    "JOIN compared_classes c ON c.sourced_id = s.class_sourced_id WHERE NOT s.is_staff "
    "ORDER BY 1, 2, s.ended_on DESC NULLS FIRST",
    {"sourced_id": "w.sourced_id", "starts_on": _unless_blank("starts_on")},
    key=("student_id", "class_id"),
    ended_on="w.ended_on",
    leaving=_DELETED_OR_MOVED,
    goes_with=_goes_with(student_id="students", class_id="classes"),
    parent=Student,
)
CLASS_STAFF = Target(
    ClassStaff,
    "class_staff",
    "enrollments",
    "SELECT DISTINCT ON (1, 2) c.id AS class_id, p.id AS staff_id, s.sourced_id, s.is_primary, s.ended_on "
    "FROM staged_enrollments s JOIN compared_staff_members p ON p.sourced_id = s.user_sourced_id AND p.deed <> 'ended' "
    "JOIN compared_classes c ON c.sourced_id = s.class_sourced_id WHERE s.is_staff "
    "ORDER BY 1, 2, s.ended_on DESC NULLS FIRST",
    {"sourced_id": "w.sourced_id", "is_primary": "w.is_primary"},
    key=("class_id", "staff_id"),
    ended_on="w.ended_on",
    leaving=_DELETED_OR_MOVED,
    goes_with=_goes_with(staff_id="staff_members", class_id="classes"),
    parent=SchoolClass,
)

PEOPLE = (STAFF, STUDENTS, GUARDIANS)
TARGETS = (SESSIONS, CLASSES, *PEOPLE, GUARDIANSHIPS, ENROLLMENTS, CLASS_STAFF)
"""In an order in which each finds what it refers to."""
