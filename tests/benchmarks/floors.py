"""Two floors with the same rows and payload, without token, permission or row security.

(a) FastAPI + asyncpg, where PostgreSQL builds the JSON. (b) FastAPI + SQLModel sessions, as its tutorial writes them.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import asyncpg
from fastapi import Depends, FastAPI, Response
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlmodel import SQLModel, col, select

import domain.tables
from domain.catalogue.models import MeetingType
from domain.conversations.models import Conversation
from domain.families.models import Student
from domain.kernel.row import PLATFORM
from tests.benchmarks.statements import CONVERSATION, MEETING_TYPES, STUDENTS

POOL = 4
assert domain.tables.TABLES


def asyncpg_app() -> FastAPI:
    """Floor (a)."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=POOL, max_size=POOL) as pool:
            app.state.pool = pool
            yield

    app = FastAPI(lifespan=lifespan)
    school = UUID(os.environ["BENCH_SCHOOL"])

    @app.get("/v1/meeting-types")
    async def meeting_types() -> Response:
        return Response(await app.state.pool.fetchval(MEETING_TYPES, "nl"), media_type="application/json")

    @app.get("/v1/students")
    async def students(limit: int = 50) -> Response:
        return Response(await app.state.pool.fetchval(STUDENTS, school, limit), media_type="application/json")

    @app.get("/v1/conversations/{row_id}")
    async def conversation(row_id: UUID) -> Response:
        return Response(await app.state.pool.fetchval(CONVERSATION, school, row_id), media_type="application/json")

    return app


def sqlmodel_app() -> FastAPI:
    """Floor (b). It gives less than ours: the row without what hangs on it."""
    url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://")
    engine = create_async_engine(url, pool_size=POOL, max_overflow=0)
    app = FastAPI()
    school = UUID(os.environ["BENCH_SCHOOL"])

    async def session() -> AsyncIterator[AsyncSession]:
        async with AsyncSession(engine, expire_on_commit=False) as opened:
            yield opened

    Session = Annotated[AsyncSession, Depends(session)]  # noqa: N806 - a type

    @app.get("/v1/meeting-types", response_model=dict[str, list[Any]])
    async def meeting_types(opened: Session) -> Any:
        statement = select(MeetingType).where(MeetingType.school_id == PLATFORM).order_by(MeetingType.key)
        return {"items": list((await opened.execute(statement)).scalars())}

    @app.get("/v1/students", response_model=dict[str, list[Any]])
    async def students(opened: Session, limit: int = 50) -> Any:
        statement = select(Student).where(Student.school_id == school).order_by(Student.family_name, col(Student.id))
        return {"items": list((await opened.execute(statement.limit(limit))).scalars())}

    @app.get("/v1/conversations/{row_id}", response_model=None)
    async def conversation(opened: Session, row_id: UUID) -> Any:
        return await opened.get(Conversation, (school, row_id))

    @app.post("/v1/conversations", response_model=None, status_code=201)
    async def create(opened: Session, body: Draft) -> Any:
        row = Conversation(school_id=school, **body.model_dump())
        opened.add(row)
        await opened.commit()
        return row

    return app


class Draft(SQLModel):
    """What floor (b) inserts: one row."""

    meeting_type: str
    student_id: UUID
    starts_at: datetime
    ends_at: datetime
    status: str = "proposed"
    strengths: list[str] = []
    warnings: list[str] = []
    informed_otherwise: list[str] = []
