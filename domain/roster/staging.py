"""What a roster says, in the words of the school: plain rows for temporary tables, so that SQL can do the rest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from domain.roster.agents import RELATIONSHIPS
from domain.roster.contact import email_of, phone_of
from domain.roster.findings import Report
from domain.roster.flaws import Flaw
from domain.roster.flaws.school import BAD_EMAIL, BAD_PHONE, SEVERAL_SCHOOLS
from domain.roster.reader import Roster
from domain.roster.tables import COLUMNS
from domain.school.models.staff import StaffFunction
from domain.school.models.words import Level
from domain.school.models.years import AcademicSessionKind

STAGED = {
    "sessions": "sourced_id text, title text, kind text, starts_on date, ends_on date",
    "classes": "sourced_id text, title text, level text, grade text, session_sourced_id text",
    "people": "sourced_id text, given_name text, family_name text, preferred_name text, email text, phone text, "
    "mobile text, language text, level text, function text, is_student bool, is_guardian bool, is_staff bool",
    "births": "sourced_id text, born_on date",
    "enrollments": "sourced_id text, class_sourced_id text, user_sourced_id text, is_staff bool, is_primary bool, "
    "starts_on date, ended_on date",
    "links": "student_sourced_id text, guardian_sourced_id text, relationship text, is_sure bool",
    "departures": "kind text, sourced_id text",
    "outside": "file text, sourced_id text",
}
"""name -> columns of the temporary table `staged_<name>`. `departures` are rows that a delta takes away, of a kind:
student, guardian, staff, class, enrollment."""

Rows = list[tuple[Any, ...]]

LEVELS = (
    dict.fromkeys(("IT", "PR", "PK", "TK", "KG", "K0", "K1", "K2", "K3"), Level.NURSERY)
    | dict.fromkeys(chain.from_iterable((str(n), f"0{n}", f"L{n}") for n in range(1, 7)), Level.PRIMARY)
    | dict.fromkeys((*(str(n) for n in range(7, 14)), "07", "08", "09"), Level.SECONDARY)
    | {f"S{n}": Level.SECONDARY for n in range(1, 8)}
)
"""Grades as CEDS codes them, which OneRoster asks for, and as Flemish schools write them (K2, L3, S5)."""

SESSION_KINDS = {
    "schoolYear": AcademicSessionKind.SCHOOL_YEAR,
    "semester": AcademicSessionKind.SEMESTER,
    "gradingPeriod": AcademicSessionKind.GRADING_PERIOD,
}
FUNCTIONS = {
    "teacher": StaffFunction.TEACHER,
    "counselor": StaffFunction.CARE_COORDINATOR,
    "principal": StaffFunction.HEAD,
    "siteAdministrator": StaffFunction.SECRETARY,
}
GUARDIAN_WORDS = {"parent": "parent", "guardian": "legal_guardian", "relative": "relative"}
"""OneRoster's role -> our Relationship."""

_STUDENT = "student"
_TEACHER = "teacher"
_DELETED = "tobedeleted"
_STATUS = 1
_FIRST_ROW = 2


class _Kinds(NamedTuple):
    is_student: bool
    is_guardian: bool
    function: StaffFunction | None


@cache
def _kinds(roles: tuple[str, ...]) -> _Kinds:
    """A teacher whose child is in the school is both staff and guardian."""
    working = [role for role in roles if _kind(role) == "staff"]
    function = FUNCTIONS.get(working[0], StaffFunction.OTHER) if working else None
    return _Kinds(_STUDENT in roles, not set(RELATIONSHIPS).isdisjoint(roles), function)


def _kind(role: str) -> str:
    if role == _STUDENT:
        return role
    return "guardian" if role in RELATIONSHIPS else "staff"


@cache
def _level(grades: tuple[str, ...]) -> Level | None:
    return next((LEVELS[grade] for grade in grades if grade in LEVELS), None)


class _Table:
    """The active rows of one table of the roster, by column."""

    def __init__(self, roster: Roster, table: str) -> None:
        rows = [row for row in roster.rows[table] if row[_STATUS] != _DELETED]
        columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS[table])
        self._columns: dict[str, Sequence[Any]] = dict(zip(COLUMNS[table], columns, strict=True))

    def __getitem__(self, column: str) -> Sequence[Any]:
        return self._columns[column]

    def of(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        return zip(*(self[column] for column in columns), strict=True)


def staged(roster: Roster) -> dict[str, Rows]:
    """name -> rows, in the order of `STAGED`. What a roster row does not tell is None. Contact data are normalised;
    those that are none are reported and left out."""
    _check_schools(_Table(roster, "orgs"), roster.report)
    levels = _levels_of_classes(roster)
    return {
        "sessions": list(_sessions(roster)),
        "classes": list(_classes(roster, levels)),
        "people": list(_people(roster, levels)),
        "births": [row for row in _Table(roster, "demographics").of("sourced_id", "born_on") if row[1]],
        "enrollments": list(_enrollments(roster)),
        "links": list(_links(roster)),
        "departures": list(_departures(roster)),
        "outside": [(file, one) for file, ids in roster.outside.items() for one in ids],
    }


def _check_schools(orgs: _Table, report: Report) -> None:
    """Families of another school must not come in by accident."""
    if sum(kind == "school" for kind in orgs["type"]) > 1:
        report.add(SEVERAL_SCHOOLS, "orgs.csv")


def _sessions(roster: Roster) -> Iterator[tuple[Any, ...]]:
    sessions = _Table(roster, "academic_sessions")
    for one, title, kind, start, end in sessions.of("sourced_id", "title", "type", "start_on", "end_on"):
        yield one, title, SESSION_KINDS.get(kind, AcademicSessionKind.TERM), start, end


def _levels_of_classes(roster: Roster) -> dict[str, Level | None]:
    courses = dict(_Table(roster, "courses").of("sourced_id", "grades"))
    classes = _Table(roster, "classes").of("sourced_id", "grades", "course_sourced_id")
    return {one: _level(grades) or _level(courses.get(course, ())) for one, grades, course in classes}


def _classes(roster: Roster, levels: Mapping[str, Level | None]) -> Iterator[tuple[Any, ...]]:
    """A class belongs to the school year that its first term is a part of."""
    parents = dict(_Table(roster, "academic_sessions").of("sourced_id", "parent_sourced_id"))
    classes = _Table(roster, "classes").of("sourced_id", "title", "grades", "term_sourced_ids")
    for one, title, grades, terms in classes:
        year = next(iter(terms), None)
        seen = set()
        while parents.get(year) in parents and year not in seen:
            seen.add(year)
            year = parents[year]
        yield one, title, levels[one], grades[0] if grades else None, year if year in parents else None


def _people(roster: Roster, levels: Mapping[str, Level | None]) -> Iterator[tuple[Any, ...]]:
    people = _Table(roster, "people")
    guardians = {guardian for _, guardian, _ in roster.rows["agents"]}
    places = {user: levels.get(place) for place, user in _pupils(roster)}
    kinds = list(map(_kinds, people["roles"]))
    return zip(
        people["sourced_id"],
        people["given_name"],
        people["family_name"],
        people["preferred_given_name"],
        _judged(roster, "email", email_of, BAD_EMAIL),
        _judged(roster, "phone", phone_of, BAD_PHONE),
        _judged(roster, "sms", phone_of, BAD_PHONE),
        people["language"],
        [_level(grades) or places.get(one) for one, grades in people.of("sourced_id", "grades")],
        [kind.function or StaffFunction.OTHER for kind in kinds],
        [kind.is_student for kind in kinds],
        [kind.is_guardian or one in guardians for one, kind in zip(people["sourced_id"], kinds, strict=True)],
        [kind.function is not None for kind in kinds],
        strict=True,
    )


def _pupils(roster: Roster) -> Iterator[tuple[str, str]]:
    """Class and student."""
    enrollments = _Table(roster, "enrollments").of("class_sourced_id", "user_sourced_id", "role")
    return ((place, user) for place, user, role in enrollments if role == _STUDENT)


def _judged(roster: Roster, column: str, judge: Callable[[str], str | None], flaw: Flaw) -> list[str | None]:
    """The values of this column that hold."""
    index = COLUMNS["people"].index(column)
    # Only blank rows, which the reader leaves out, could shift the numbers.
    numbered = "blank_row" not in roster.report.counts
    kept: list[str | None] = []
    for number, row in enumerate(roster.rows["people"], _FIRST_ROW):
        if row[_STATUS] == _DELETED:
            continue
        value = judge(row[index]) if row[index] else None
        if row[index] and value is None:
            roster.report.add(flaw, "users.csv", number if numbered else None, column)
        kept.append(value)
    return kept


def _enrollments(roster: Roster) -> Iterator[tuple[Any, ...]]:
    """Students and teachers. Others in a class (proctors, administrators) get no view of its families by it."""
    enrollments = _Table(roster, "enrollments").of(
        "sourced_id", "class_sourced_id", "user_sourced_id", "role", "is_primary", "begin_on", "end_on"
    )
    for one, place, user, role, is_primary, begin, end in enrollments:
        if role in {_STUDENT, _TEACHER}:
            yield one, place, user, role == _TEACHER, bool(is_primary), begin, end


def _links(roster: Roster) -> Iterator[tuple[Any, ...]]:
    """Where the bundle cannot tell who is the student, both ways are put; the school knows which one holds."""
    for student, guardian, relationship in roster.rows["agents"]:
        yield student, guardian, GUARDIAN_WORDS.get(relationship), True
    for user, agent in roster.rows["undecided_agents"]:
        yield user, agent, None, False
        yield agent, user, None, False


def _departures(roster: Roster) -> Iterator[tuple[str, str]]:
    """Who is deleted leaves in every kind; a role that is deleted takes its kind along unless another role keeps it."""
    held = {(user, _kind(role)) for user, role in _Table(roster, "roles").of("user_sourced_id", "role")}
    for row in _gone(roster, "roles"):
        user, role = row["user_sourced_id"], row["role"]
        if user and role and (user, _kind(role)) not in held:
            yield _kind(role), user
    for row in _gone(roster, "people"):
        yield from ((kind, row["sourced_id"]) for kind in ("student", "guardian", "staff"))
    for table, kind in (("classes", "class"), ("enrollments", "enrollment")):
        yield from ((kind, row["sourced_id"]) for row in _gone(roster, table))


def _gone(roster: Roster, table: str) -> Iterable[dict[str, Any]]:
    deleted = (row for row in roster.rows[table] if row[_STATUS] == _DELETED)
    return (dict(zip(COLUMNS[table], row, strict=True)) for row in deleted)
