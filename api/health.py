"""Is it alive, can it work, how is it doing."""

import asyncio

import asyncpg
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.problem_texts import BUSY
from domain.kernel.errors import Unavailable

router = APIRouter(tags=["health"])


@router.get("/health/live", operation_id="check_alive", summary="Is the process alive?")
async def live() -> dict[str, str]:
    """Answers as long as the process runs; asks nothing of the database."""
    return {"status": "alive"}


@router.get("/health/ready", operation_id="check_ready", summary="Can it serve?")
async def ready(request: Request) -> dict[str, str]:
    """Answers 503 while the database does not answer."""
    try:
        async with asyncio.timeout(3), request.app.state.database.reading() as connection:
            await connection.fetchval("SELECT 1")
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        raise Unavailable(BUSY) from None
    return {"status": "ready"}


@router.get("/metrics", operation_id="read_metrics", summary="Counters for Prometheus", response_class=Response)
async def metrics() -> Response:
    """Requests and durations by route; nothing about persons."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
