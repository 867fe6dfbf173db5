"""Two floors with the same rows and payload, without token, permission or row security.

(a) FastAPI + asyncpg: PostgreSQL builds the JSON. (b) FastAPI + SQLModel sessions, as the tutorials do it.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
from fastapi import Depends, FastAPI, Response
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlmodel import Field, SQLModel, col, select

from domain.catalogue.models import MeetingType, MeetingTypeRead
from domain.conversations.models import Conversation
from domain.families.models import Student
from domain.kernel.row import PLATFORM, new_id

from .statements import CONVERSATION, MEETING_TYPES, STUDENTS

POOL = 4


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
