"""The demo school, put into the database: every kind of family that the rules know, and a token for every role."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.activities.actions.activities import ACTIVITY_COLLECTION
from domain.activities.actions.leads import LEAD_COLLECTION
from domain.conferences.actions.rounds import ROUND_COLLECTION
from domain.families.actions import HOUSEHOLD_COLLECTION
from domain.families.models import (
    Enrollment,
    Guardian,
    Guardianship,
    Household,
    HouseholdMember,
    Restriction,
    Student,
)
from domain.families.queries import GUARDIAN_COLLECTION, RESTRICTION_COLLECTION, STUDENT_COLLECTION
from domain.kernel.collection import Collection
from domain.kernel.database import Database
from domain.kernel.membership import MEMBERSHIPS
from domain.kernel.principal import Membership
from domain.kernel.row import PLATFORM, Fields, Row
from domain.kernel.session import SchoolSession
from domain.messaging.models import Messaging
from domain.plans.actions.options import OPTION_COLLECTION
from domain.school.actions import add_holidays
from domain.school.models import (
    AcademicSession,
    CalendarPeriod,
    ClassStaff,
    Interpreter,
    Room,
    School,
    SchoolClass,
    StaffMember,
)
from domain.school.queries import (
    ACADEMIC_SESSIONS,
    CALENDAR_PERIODS,
    CLASSES,
    INTERPRETERS,
    ROOMS,
    SCHOOLS,
    STAFF,
)
from domain.seeding.content import found_platform
from domain.seeding.demo_activities import activity_rows, hold_times
from domain.seeding.demo_file import DEMO_SCHOOL, DemoFamily, DemoFile, DemoMembership, demo_id, load_demo
from domain.seeding.demo_ideas import idea_rows, lead_rows
from domain.seeding.demo_keys import Keyed
from domain.seeding.demo_plans import keep_agreed, plan_rows
from domain.seeding.demo_rounds import round_rows
from domain.seeding.demo_visits import contact_rows, settle_visits, visit_rows

__all__ = ["DEMO_SCHOOL", "DemoReport", "seed_demo"]

_COLLECTIONS: dict[type[Row], Collection] = {
    collection.table: collection
    for collection in (
        SCHOOLS,
        ACADEMIC_SESSIONS,
        CALENDAR_PERIODS,
        ROOMS,
        STAFF,
        INTERPRETERS,
        CLASSES,
        GUARDIAN_COLLECTION,
        STUDENT_COLLECTION,
        HOUSEHOLD_COLLECTION,
        RESTRICTION_COLLECTION,
        MEMBERSHIPS,
        ROUND_COLLECTION,
        OPTION_COLLECTION,
        ACTIVITY_COLLECTION,
        LEAD_COLLECTION,
    )
}
_BY_DATABASE = ("created_at", "updated_at")


class DemoReport(NamedTuple):
    """Which school it is, and how many rows were added to it or were there already (computed holidays aside)."""

    school_id: UUID
    added: int
    unchanged: int


async def seed_demo(database: Database, path: Path, issuer: str) -> DemoReport:
    """Add what is missing of the demo school; who tried it out keeps what they changed.

    Args:
        path: of the file, such as `seed_content/demo/school.yaml`.
        issuer: the `iss` of the tokens; their `sub` is `demo-<role>`, for each role.

    Raises:
        ContentError: with every flaw of the file, before anything is written.
    """
    demo = load_demo(path)
    school = School.of(DEMO_SCHOOL, demo.school, id=DEMO_SCHOOL)
    operators = _memberships(PLATFORM, demo.platform_memberships, issuer)
    rows = [*_rows(demo), _memberships(DEMO_SCHOOL, demo.memberships, issuer)]
    async with database.working_for(PLATFORM) as session:
        await found_platform(session)
        added = await _add(session, [school]) | await _add(session, operators)
    async with database.working_for(DEMO_SCHOOL) as session:
        for alike in rows:
            added |= await _add(session, alike)
        for year in demo.academic_sessions:
            if year.key in added:
                await add_holidays(session, year.starts_on.year)
        await keep_agreed(session, added)
        await hold_times(session, demo.activities, added)
        await settle_visits(session, demo.home_visit_rounds, demo.home_visits, added)
    whole = 1 + len(operators) + sum(map(len, rows))
    return DemoReport(DEMO_SCHOOL, len(added), whole - len(added))


def _rows(demo: DemoFile) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [_row(AcademicSession, one) for one in demo.academic_sessions]
    yield [_row(CalendarPeriod, one) for one in demo.calendar_periods]
    yield [_row(Room, one) for one in demo.rooms]
    yield [_row(StaffMember, one) for one in demo.staff_members]
    yield [_row(Interpreter, one) for one in demo.interpreters]
    yield [_row(SchoolClass, one) for one in demo.classes]
    yield [_link(ClassStaff, link, link.staff_id, class_id=one.key) for one in demo.classes for link in one.staff]
    yield from _family_rows(demo.families)
    yield from round_rows(demo.conference_rounds)
    yield [Messaging.of(DEMO_SCHOOL, demo.messaging, id=demo_id("messaging", "school"))]
    yield from plan_rows(demo.communication_options, demo.communication_plans)
    yield from activity_rows(demo.activities)
    yield from idea_rows(demo.activity_ideas)
    yield from lead_rows(demo.leads)
    yield from visit_rows(demo.home_visit_rounds, demo.home_visits)
    yield from contact_rows(demo.contacts)


def _family_rows(families: list[DemoFamily]) -> Iterator[Sequence[Row]]:
    students = [student for family in families for student in family.students]
    links = [(student.key, link) for student in students for link in student.guardianships]
    homes = [home for family in families for home in family.households]
    yield [_row(Guardian, one) for family in families for one in family.guardians]
    yield [_row(Student, one) for one in students]
    yield [_link(Enrollment, link, link.class_id, student_id=one.key) for one in students for link in one.enrollments]
    yield [_link(Guardianship, link, link.guardian_id, student_id=student_id) for student_id, link in links]
    yield [_row(Household, home) for home in homes]
    yield [_member(home.key, guardian_id=one) for home in homes for one in home.guardian_ids]
    yield [_member(home.key, student_id=one) for home in homes for one in home.student_ids]
    yield [_row(Restriction, one) for family in families for one in family.restrictions]


def _row(table: type[Row], thing: Keyed) -> Row:
    return table.of(DEMO_SCHOOL, thing, id=thing.key)


def _link(table: type[Row], fields: Fields, other: UUID, **owner: UUID) -> Row:
    [one] = owner.values()
    return table.of(DEMO_SCHOOL, fields, id=demo_id(str(table.__tablename__), f"{one}/{other}"), **owner)


def _member(household_id: UUID, *, guardian_id: UUID | None = None, student_id: UUID | None = None) -> HouseholdMember:
    member_id = demo_id("household_members", f"{household_id}/{guardian_id or student_id}")
    return HouseholdMember(
        school_id=DEMO_SCHOOL, id=member_id, household_id=household_id, guardian_id=guardian_id, student_id=student_id
    )


def _memberships(school_id: UUID, members: list[DemoMembership], issuer: str) -> list[Membership]:
    issued = [one.issued_by(issuer) for one in members]
    return [Membership.of(school_id, one, id=demo_id("memberships", f"{issuer} {one.subject}")) for one in issued]


async def _add(session: SchoolSession, rows: Sequence[Row]) -> set[UUID]:
    """Insert rows of one table, leave those that are there as they are, and tell of the new ones."""
    table = type(rows[0])
    columns = [one.name for one in table.__table__.c if one.identity is None and one.name not in _BY_DATABASE]  # type: ignore[attr-defined]
    values = [{name: getattr(row, name) for name in columns} for row in rows]
    new = insert(table).on_conflict_do_nothing().returning(col(table.id))
    added = set((await session.execute(new, values)).scalars())
    if collection := _COLLECTIONS.get(table):
        for row_id in added:
            collection.tell(session, "created", row_id)
    return added
