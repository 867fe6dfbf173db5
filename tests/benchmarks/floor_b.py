"""Floor (b): FastAPI + SQLModel sessions and response models, as their tutorials write them, with the same rows and
payload as ours: the rows beside a row are fetched in one `select` for each table. No token, permission or row security.
"""

import os
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlmodel import SQLModel, col, select

import domain.tables
from domain.catalogue.models import MeetingType, MeetingTypeRead
from domain.conversations.models.conversations import Conversation, ConversationRead, OfferedTime, OfferedTimeRead
from domain.conversations.models.participants import Participant, ParticipantRead
from domain.families.models.enrollments import Enrollment, EnrollmentRead
from domain.families.models.guardians import Guardian
from domain.families.models.guardianships import Guardianship, GuardianshipRead
from domain.families.models.students import Student, StudentRead
from domain.kernel.claims import Claim, Claimed
from domain.kernel.events import Event
from domain.kernel.resources import ResourceKind
from domain.kernel.row import PLATFORM
from domain.school.models.classes import SchoolClass
from domain.school.models.schools import School
from domain.school.models.staff import StaffMember

assert domain.tables.TABLES
SCHOOL = UUID(os.environ["BENCH_SCHOOL"])
ENGINE = create_async_engine(
    os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"), pool_size=4, max_overflow=0
)


class MeetingTypes(SQLModel):
    items: list[dict[str, Any]]
    next_cursor: str | None = None


class Students(SQLModel):
    items: list[StudentRead]
    next_cursor: str | None = None


class Draft(SQLModel):
    """A conversation of a teacher and a guardian."""

    meeting_type: str
    student_id: UUID
    teacher_id: UUID
    guardian_id: UUID
    starts_at: datetime
    ends_at: datetime


async def _session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(ENGINE, expire_on_commit=False) as opened:
        yield opened


Session = Annotated[AsyncSession, Depends(_session)]


async def _by_id(opened: AsyncSession, table: Any, ids: Iterable[UUID | None]) -> dict[UUID, Any]:
    wanted = [one for one in ids if one]
    found = await opened.execute(select(table).where(table.school_id == SCHOOL, col(table.id).in_(wanted)))
    return {row.id: row for row in found.scalars()}


def create_app() -> FastAPI:
    app = FastAPI()

    @app.get("/v1/meeting-types")
    async def meeting_types(opened: Session) -> MeetingTypes:
        statement = select(MeetingType).where(MeetingType.school_id == PLATFORM).order_by(MeetingType.key)
        rows = (await opened.execute(statement)).scalars()
        return MeetingTypes(items=[_fields(row, MeetingTypeRead) for row in rows])

    @app.get("/v1/students")
    async def students(opened: Session, limit: int = 50) -> Students:
        statement = select(Student).where(Student.school_id == SCHOOL).order_by(Student.family_name, col(Student.id))
        rows = list((await opened.execute(statement.limit(limit))).scalars())
        ids = [row.id for row in rows]
        of_them = select(Enrollment).where(Enrollment.school_id == SCHOOL, col(Enrollment.student_id).in_(ids))
        enrollments = list((await opened.execute(of_them)).scalars())
        classes = await _by_id(opened, SchoolClass, (one.class_id for one in enrollments))
        theirs = select(Guardianship).where(Guardianship.school_id == SCHOOL, col(Guardianship.student_id).in_(ids))
        links = list((await opened.execute(theirs)).scalars())
        guardians = await _by_id(opened, Guardian, (one.guardian_id for one in links))
        items = [
            StudentRead.model_validate(
                {
                    **_fields(row, StudentRead),
                    "classes": [
                        {**_fields(one, EnrollmentRead), "title": classes[one.class_id].title}
                        for one in enrollments
                        if one.student_id == row.id
                    ],
                    "guardians": [
                        {**_fields(one, GuardianshipRead), **_names(guardians[one.guardian_id])}
                        for one in links
                        if one.student_id == row.id
                    ],
                }
            )
            for row in rows
        ]
        return Students(items=items)

    @app.get("/v1/conversations/{row_id}")
    async def conversation(opened: Session, row_id: UUID) -> ConversationRead:
        row = await opened.get_one(Conversation, (SCHOOL, row_id))
        return await _document(opened, row)

    @app.post("/v1/conversations", status_code=201)
    async def create(opened: Session, body: Draft) -> ConversationRead:
        """The rows that ours writes: the conversation, two participants, the offered time, the cells and the event."""
        fields = {"status": "proposed", "strengths": [], "warnings": [], "informed_otherwise": []}
        drafted = body.model_dump(exclude={"teacher_id", "guardian_id"})
        row = Conversation(school_id=SCHOOL, **drafted, **fields)
        opened.add(row)
        await opened.flush()
        opened.add_all(_rows_beside(row, body))
        await opened.commit()
        return await _document(opened, row)

    return app


def _rows_beside(row: Conversation, body: Draft) -> Iterable[SQLModel]:
    own = {"school_id": SCHOOL, "conversation_id": row.id}
    yield Participant(**own, role="teacher", staff_id=body.teacher_id)
    yield Participant(**own, role="guardian", guardian_id=body.guardian_id, answer="invited")
    yield OfferedTime(**own, starts_at=body.starts_at, ends_at=body.ends_at)
    for kind, who in ((ResourceKind.TEACHER, body.teacher_id), (ResourceKind.HOUSEHOLD, body.guardian_id)):
        for cell in Claimed(kind, who, body.starts_at, body.ends_at).cells():
            yield Claim(school_id=SCHOOL, resource_id=who, cell=cell, kind=kind, holder_id=row.id)
    event = {"type": "conversation.proposed", "resource": "conversations", "resource_id": row.id}
    yield Event(school_id=SCHOOL, **event, data={"student_id": str(row.student_id)})


async def _document(opened: AsyncSession, row: Conversation) -> ConversationRead:
    school = await opened.get_one(School, (SCHOOL, SCHOOL))
    people = list((await opened.execute(select(Participant).where(Participant.conversation_id == row.id))).scalars())
    staff = await _by_id(opened, StaffMember, (one.staff_id for one in people))
    guardians = await _by_id(opened, Guardian, (one.guardian_id for one in people))
    named = {**staff, **guardians}
    times = (await opened.execute(select(OfferedTime).where(OfferedTime.conversation_id == row.id))).scalars()
    local = (row.starts_at + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S")
    return ConversationRead.model_validate(
        {
            **_fields(row, ConversationRead),
            "local_start": local,
            "time_zone": school.time_zone,
            "participants": [
                {**_fields(one, ParticipantRead), **_names(named[one.staff_id or one.guardian_id])}  # type: ignore[index]
                for one in people
            ],
            "offered_times": [
                {**_fields(one, OfferedTimeRead), "local_start": local, "is_chosen": True} for one in times
            ],
            "agenda": [],
            "open_agreements": [],
            "warnings": [],
        }
    )


def _fields(row: SQLModel, read: type[SQLModel]) -> dict[str, Any]:
    return row.model_dump(include=set(read.model_fields))


def _names(person: Any) -> dict[str, str]:
    return {"given_name": person.given_name, "family_name": person.family_name}
