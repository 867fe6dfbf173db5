"""A school in a test: made for that test alone, so tests need no clean-up and show at once when schools mix."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

import httpx
from contract import check_answer
from fastapi import FastAPI
from sqlalchemy import func, insert, inspect, select
from sqlmodel import col

from api.issuer import ISSUER
from domain.families.models.enrollments import Enrollment
from domain.families.models.guardians import Guardian
from domain.families.models.guardianships import Guardianship
from domain.families.models.households import Household, HouseholdMember
from domain.families.models.students import Student
from domain.kernel.database import Database
from domain.kernel.events import Event
from domain.kernel.permissions import Permission, Role
from domain.kernel.principal import Membership
from domain.kernel.row import PLATFORM, new_id
from domain.school.models.class_staff import ClassStaff
from domain.school.models.classes import SchoolClass
from domain.school.models.interpreters import Interpreter
from domain.school.models.rooms import Room
from domain.school.models.schools import School
from domain.school.models.staff import StaffMember
from domain.school.models.years import AcademicSession

Run = Callable[[Any], Any]


@dataclass
class Client:
    """A caller with a token. Every answer is held against the OpenAPI document."""

    app: FastAPI
    run: Run
    headers: dict[str, str] = field(default_factory=dict)

    def request(self, method: str, url: str, **kwargs: Any) -> httpx.Response:
        return self.run(self.ask(method, url, **kwargs))  # type: ignore[no-any-return]

    async def ask(self, method: str, url: str, **kwargs: Any) -> httpx.Response:
        headers = self.headers | kwargs.pop("headers", {})
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            answer = await client.request(method, url, headers=headers, **kwargs)
        check_answer(self.app, method, answer)
        return answer

    def get(self, url: str, **kwargs: Any) -> httpx.Response:
        return self.request("GET", url, **kwargs)

    def post(self, url: str, json: Any = None, **kwargs: Any) -> httpx.Response:
        return self.request("POST", url, json=json, **kwargs)

    def patch(self, url: str, json: Any = None, *, etag: str | None = None, **kwargs: Any) -> httpx.Response:
        """With the present ETag unless another is given."""
        return self._change("PATCH", url, etag, json=json, **kwargs)

    def put(self, url: str, json: Any = None, *, etag: str | None = None, **kwargs: Any) -> httpx.Response:
        return self._change("PUT", url, etag, json=json, **kwargs)

    def delete(self, url: str, *, etag: str | None = None, **kwargs: Any) -> httpx.Response:
        return self._change("DELETE", url, etag, **kwargs)

    def _change(self, method: str, url: str, etag: str | None, **kwargs: Any) -> httpx.Response:
        headers = {"If-Match": etag or self.get(url).headers.get("etag", '"1-0000000000000000"')}
        return self.request(method, url, headers=headers | kwargs.pop("headers", {}), **kwargs)

    def made(self, url: str, json: Any = None, **kwargs: Any) -> dict[str, Any]:
        """What a POST made; fails when it was refused."""
        answer = self.post(url, json, **kwargs)
        assert answer.is_success, (answer.status_code, answer.text)
        return answer.json()  # type: ignore[no-any-return]

    def together(self, *requests: tuple[str, str, dict[str, Any]]) -> list[httpx.Response]:
        """Requests at the same time."""

        async def all_of_them() -> list[httpx.Response]:
            return await asyncio.gather(*(self.ask(method, url, **more) for method, url, more in requests))

        return self.run(all_of_them())  # type: ignore[no-any-return]


def client(app: FastAPI, run: Run, subject: str, *, scope: str = "") -> Client:
    token = app.state.issuer.token(subject, seconds=600, scope=scope)
    return Client(app, run, {"Authorization": f"Bearer {token}"})


@dataclass
class House:
    """One school: a class with a teacher, a student whose parents live apart, a second class, an interpreter, a room.

    `anna` teaches `student` (of `sara` and `omar`, who live apart; `grandmother` is a relative without authority).
    `bram` teaches `other_student` (of `other_guardian`). Everybody has a client of the same name with `_client`.
    """

    app: FastAPI
    run: Run
    id: UUID = field(default_factory=new_id)
    ids: dict[str, UUID] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith("_client"):
            scope = " ".join(Permission) if name == "system_client" else ""
            return client(self.app, self.run, self.subjects[name.removesuffix("_client")], scope=scope)
        return str(self.ids[name])

    def heard(self) -> list[dict[str, Any]]:
        """All changes of this school, once the feed tells them: it waits for older transactions of the whole server."""
        deadline = time.monotonic() + 90
        while len(told := self.system_client.get("/v1/changes?limit=200").json()["items"]) < self.run(self._recorded()):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return told  # type: ignore[no-any-return]

    async def _recorded(self) -> int:
        async with self.database.working_for(self.id) as session:
            mine = select(func.count()).select_from(Event).where(col(Event.school_id) == self.id)
            return (await session.execute(mine)).scalar() or 0

    @property
    def database(self) -> Database:
        return self.app.state.database  # type: ignore[no-any-return]


def build_house(app: FastAPI, run: Run, level: str = "primary") -> House:
    """Found the school straight in the database: a test of conversations need not test enrolment."""
    house = House(app, run)
    run(_found(house, level))
    return house


async def _found(house: House, level: str) -> None:
    async with house.database.working_for(PLATFORM) as session:
        session.add(
            School(
                school_id=house.id,
                id=house.id,
                name="De Wissel",
                levels=[level],
                time_zone="Europe/Brussels",
                languages=["nl"],
                external_ids=[],
            )
        )
    rows = [row for group in _people(house, level) for row in group]
    async with house.database.working_for(house.id) as session:
        for model, alike in groupby(rows, type):
            await session.execute(insert(inspect(model).local_table), [_said(row) for row in alike])


def _said(row: Any) -> dict[str, Any]:
    """Its columns, without the times that the database fills in. Written thus, a house costs two thirds of what its
    rows take through a session, and nearly every test makes one."""
    names = {column.key for column in inspect(type(row)).columns} - {"created_at", "updated_at"}
    return {name: getattr(row, name) for name in names}


def _people(house: House, level: str) -> list[list[Any]]:
    at = {"school_id": house.id}
    year = AcademicSession(
        **at, title="2026-2027", kind="school_year", starts_on=date(2026, 9, 1), ends_on=date(2027, 9, 1)
    )
    room = Room(**at, name="Leeshoek", capacity=8, step_free=True)
    anna, bram = (
        StaffMember(
            **at,
            given_name=name,
            family_name="Claes",
            function="teacher",
            teaching_days=["monday", "tuesday", "wednesday", "thursday", "friday"],
            languages=["nl"],
            external_ids=[],
        )
        for name in ("Anna", "Bram")
    )
    interpreter = Interpreter(
        **at,
        given_name="Ilham",
        family_name="Saidi",
        languages=["ar"],
        modes=["on_site"],
        is_professional=True,
        of_age=True,
    )
    first, second = (SchoolClass(**at, title=title, level=level, academic_session_id=year.id) for title in ("3A", "3B"))
    born = datetime.now(UTC).date() - timedelta(days=365 * 9)
    student, other_student = (
        Student(**at, given_name=name, family_name="Haddad", level=level, born_on=born, external_ids=[])
        for name in ("Lina", "Noah")
    )
    sara, omar, grandmother, other_guardian = (
        Guardian(
            **at,
            given_name=name,
            family_name="Haddad",
            languages=["ar"],
            reading_comfort="reads_easily",
            phone=f"+3225550{number}",
            external_ids=[],
        )
        for number, name in enumerate(("Sara", "Omar", "Fatima", "Els"), 100)
    )
    homes = [Household(**at, label=label) for label in ("Sara", "Omar", "Els")]
    named = {
        "year": year,
        "room": room,
        "anna": anna,
        "bram": bram,
        "interpreter": interpreter,
        "first_class": first,
        "second_class": second,
        "student": student,
        "other_student": other_student,
        "sara": sara,
        "omar": omar,
        "grandmother": grandmother,
        "other_guardian": other_guardian,
        "sara_household": homes[0],
        "omar_household": homes[1],
        "other_household": homes[2],
    }
    house.ids = {name: row.id for name, row in named.items()}
    links = [
        ClassStaff(**at, class_id=first.id, staff_id=anna.id, is_primary=True),
        ClassStaff(**at, class_id=second.id, staff_id=bram.id, is_primary=True),
        Enrollment(**at, student_id=student.id, class_id=first.id),
        Enrollment(**at, student_id=other_student.id, class_id=second.id),
        *(
            Guardianship(**at, student_id=student.id, guardian_id=one.id, relationship=kind)
            for one, kind in ((sara, "mother"), (omar, "father"))
        ),
        Guardianship(
            **at,
            student_id=student.id,
            guardian_id=grandmother.id,
            relationship="grandparent",
            legal_authority=False,
            right_to_information=False,
        ),
        Guardianship(**at, student_id=other_student.id, guardian_id=other_guardian.id, relationship="mother"),
        *(
            HouseholdMember(**at, household_id=home.id, guardian_id=one.id)
            for home, one in zip(homes, (sara, omar, other_guardian), strict=True)
        ),
        *(
            HouseholdMember(**at, household_id=home.id, student_id=one.id)
            for home, one in zip(homes, (student, student, other_student), strict=True)
        ),
    ]
    return [
        [year, room, anna, bram, interpreter, student, other_student, sara, omar, grandmother, other_guardian, *homes],
        [first, second],
        links,
        _memberships(house),
    ]


def _memberships(house: House) -> list[Membership]:
    people = {
        "admin": (Role.ADMINISTRATOR, {}),
        "coordinator": (Role.COORDINATOR, {}),
        "anna": (Role.TEACHER, {"staff_id": house.ids["anna"]}),
        "bram": (Role.TEACHER, {"staff_id": house.ids["bram"]}),
        "sara": (Role.GUARDIAN, {"guardian_id": house.ids["sara"]}),
        "omar": (Role.GUARDIAN, {"guardian_id": house.ids["omar"]}),
        "grandmother": (Role.GUARDIAN, {"guardian_id": house.ids["grandmother"]}),
        "other_guardian": (Role.GUARDIAN, {"guardian_id": house.ids["other_guardian"]}),
        "student": (Role.STUDENT, {"student_id": house.ids["student"]}),
        "other_student": (Role.STUDENT, {"student_id": house.ids["other_student"]}),
        "interpreter": (Role.INTERPRETER, {"interpreter_id": house.ids["interpreter"]}),
        "system": (Role.INTEGRATION_CLIENT, {"scopes": [str(permission) for permission in Permission]}),
    }
    house.subjects = {name: f"{name}-{uuid4()}" for name in people}
    return [
        Membership(
            school_id=house.id, issuer=ISSUER, subject=house.subjects[name], role=role, **{"scopes": []} | person
        )
        for name, (role, person) in people.items()
    ]


def operator(app: FastAPI, run: Run) -> Client:
    """The platform operator: founds schools, belongs to none, sees no family."""
    subject = f"operator-{uuid4()}"

    async def keep() -> None:
        async with app.state.database.working_for(PLATFORM) as session:
            if await session.get(School, (PLATFORM, PLATFORM)) is None:
                session.add(
                    School(
                        school_id=PLATFORM,
                        id=PLATFORM,
                        name="Samenspraak",
                        levels=["primary"],
                        time_zone="Europe/Brussels",
                        languages=["nl"],
                        external_ids=[],
                    )
                )
                await session.flush()
            session.add(
                Membership(school_id=PLATFORM, issuer=ISSUER, subject=subject, role=Role.PLATFORM_OPERATOR, scopes=[])
            )

    run(keep())
    return client(app, run, subject)
