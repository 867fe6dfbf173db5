"""Floor (a): FastAPI + asyncpg, where PostgreSQL builds the JSON. No token, no permission, no row security."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
from fastapi import FastAPI, Response

from tests.benchmarks.statements import CONVERSATION, MEETING_TYPES, REACH, ROWS, STUDENTS, TO_REACH

POOL = 4


def create_app() -> FastAPI:
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

    @app.get("/v1/reach")
    async def reach() -> Response:
        return Response(await app.state.pool.fetchval(REACH, school), media_type="application/json")

    @app.get("/v1/reach/families")
    async def families() -> Response:
        return Response(await app.state.pool.fetchval(TO_REACH, school), media_type="application/json")

    @app.get("/rows/{table}")
    async def rows(table: str) -> Response:
        return Response(await app.state.pool.fetchval(ROWS[table], school), media_type="application/json")

    return app
