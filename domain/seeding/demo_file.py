"""The file of the demo school: what may stand in it, with keys where the API has ids."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError
from sqlmodel import Field

from domain.families.models import (
    EnrollmentFields,
    GuardianFields,
    GuardianshipFields,
    HouseholdFields,
    RestrictionFields,
    StudentFields,
)
from domain.kernel.permissions import Permission, Role
from domain.kernel.principal import MembershipFields
from domain.kernel.row import PLATFORM, Fields
from domain.messaging.models.settings import MessagingFields
from domain.school.models import (
    AcademicSessionFields,
    CalendarPeriodFields,
    ClassStaffFields,
    InterpreterFields,
    RoomFields,
    SchoolClassFields,
    SchoolFields,
    StaffMemberFields,
)
from domain.seeding.demo_activity_file import DemoActivity, DemoIdea, DemoLead
from domain.seeding.demo_keys import Keyed
from domain.seeding.demo_plan_file import DemoOptions, DemoPlan
from domain.seeding.demo_round_file import DemoRound
from domain.seeding.demo_visit_file import DemoContact, DemoVisit, DemoVisitRound
from domain.seeding.entries import ContentError, Entry, Flaw, read_entries

DEMO_SCHOOL = uuid5(PLATFORM, "demo school")

POINTS_TO: Mapping[str, str] = {
    "academic_session_id": "academic_sessions",
    "class_id": "classes",
    "staff_id": "staff_members",
    "answered_by_id": "staff_members",
    "stand_in_id": "staff_members",
    "interpreter_id": "interpreters",
    "guardian_id": "guardians",
    "guardian_ids": "guardians",
    "student_id": "students",
    "student_ids": "students",
    "household_id": "households",
    "room_id": "rooms",
    "family_id": "conference_families",
    "class_ids": "classes",
    "staff_ids": "staff_members",
    "interpreter_ids": "interpreters",
    "activity_id": "activities",
    "moment_id": "activity_moments",
}
"""Fields that hold keys, and the list of the file in which that key stands."""


class DemoYear(Keyed, AcademicSessionFields): ...


class DemoPeriod(Keyed, CalendarPeriodFields): ...


class DemoRoom(Keyed, RoomFields): ...


class DemoStaffMember(Keyed, StaffMemberFields): ...


class DemoInterpreter(Keyed, InterpreterFields): ...


class DemoClass(Keyed, SchoolClassFields):
    staff: list[ClassStaffFields]


class DemoGuardian(Keyed, GuardianFields): ...


class DemoStudent(Keyed, StudentFields):
    enrollments: list[EnrollmentFields]
    guardianships: list[GuardianshipFields]


class DemoHousehold(Keyed, HouseholdFields): ...


class DemoRestriction(Keyed, RestrictionFields): ...


class DemoFamily(Fields):
    """People who belong together, and where they live."""

    guardians: list[DemoGuardian]
    students: list[DemoStudent]
    households: list[DemoHousehold]
    restrictions: list[DemoRestriction] = Field(default=[])


class DemoMembership(Fields):
    """A role, and whose it is. The subject of its tokens is `demo-<role>`."""

    role: Role
    staff_id: UUID | None = None
    guardian_id: UUID | None = None
    student_id: UUID | None = None
    interpreter_id: UUID | None = None

    def issued_by(self, issuer: str) -> MembershipFields:
        """The membership of this issuer's subject; a system may do all that systems may."""
        scopes = list(Permission) if self.role == Role.INTEGRATION_CLIENT else []
        return MembershipFields(issuer=issuer, subject=f"demo-{self.role}", scopes=scopes, **self.model_dump())


class DemoFile(Fields):
    """The whole file."""

    school: SchoolFields
    academic_sessions: list[DemoYear]
    calendar_periods: list[DemoPeriod]
    rooms: list[DemoRoom]
    staff_members: list[DemoStaffMember]
    interpreters: list[DemoInterpreter]
    classes: list[DemoClass]
    families: list[DemoFamily]
    conference_rounds: list[DemoRound]
    messaging: MessagingFields
    communication_options: list[DemoOptions]
    communication_plans: list[DemoPlan]
    activities: list[DemoActivity]
    activity_ideas: list[DemoIdea]
    leads: list[DemoLead]
    home_visit_rounds: list[DemoVisitRound]
    home_visits: list[DemoVisit]
    contacts: list[DemoContact]
    memberships: list[DemoMembership]
    platform_memberships: list[DemoMembership]


def load_demo(path: Path) -> DemoFile:
    """The checked file.

    Raises:
        ContentError: with every flaw, each with its file and line.
    """
    entries = list(read_entries(path.parent, path.stem))
    if len(entries) != 1:
        raise ContentError([Flaw(path.name, 1, "", "The demo school is one file with one school.")])
    [entry] = entries
    flaws = list(_flaws_of_keys(entry))
    if flaws:
        raise ContentError(flaws)
    try:
        return DemoFile.model_validate(_with_ids(entry.data))
    except ValidationError as error:
        raise ContentError([entry.flaw(found["loc"], found["msg"]) for found in error.errors()]) from None


def demo_id(kind: str, key: object) -> UUID:
    """The same thing has the same id in every database."""
    return uuid5(DEMO_SCHOOL, f"{kind}/{key}")


def _flaws_of_keys(entry: Entry) -> Iterator[Flaw]:
    """Keys that stand there twice, and fields that point to nothing."""
    said = [(place, part) for place, part in entry.parts if place]
    known = set()
    for place, key in said:
        if place[-1] == "key":
            named = (place[-3], key)
            if named in known:
                yield entry.flaw(place, f"{key!r} is here more than once.")
            known.add(named)
    for place, keys in said:
        kind = POINTS_TO.get(str(place[-1]))
        for key in (keys if isinstance(keys, list) else [keys]) if kind else []:
            if (kind, key) not in known:
                yield entry.flaw(place, f"There is no {key!r} in {kind}.")


def _with_ids(node: Any, kind: str = "") -> Any:
    """The same document with ids in place of keys; `kind` is the list in which the node stands."""
    if isinstance(node, list):
        return [_with_ids(part, kind) for part in node]
    if not isinstance(node, dict):
        return node
    return {name: _identified(name, part, kind) for name, part in node.items()}


def _identified(name: str, part: Any, kind: str) -> Any:
    if name == "key":
        return demo_id(kind, part)
    if target := POINTS_TO.get(name):
        return [demo_id(target, key) for key in part] if isinstance(part, list) else demo_id(target, part)
    return _with_ids(part, name)
