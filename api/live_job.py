"""A job as it goes on: server-sent events until it has ended."""

import asyncio
import json
from collections.abc import AsyncIterator
from uuid import UUID

from api.session import Reader
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import ENDED

LOOK_SECONDS = 0.4
LONGEST_SECONDS = 3600


LIVE = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def look(reader: Reader, row_id: UUID) -> str:
    async with reader.database.reading() as connection:
        return await JOBS.one(connection, reader.asking, row_id)


async def follow(reader: Reader, row_id: UUID, body: str) -> AsyncIterator[str]:
    told = ""
    for _ in range(int(LONGEST_SECONDS / LOOK_SECONDS)):
        if body != told:
            yield f"event: progress\ndata: {body}\n\n"
            told = body
        if json.loads(body)["status"] in ENDED:
            return
        await asyncio.sleep(LOOK_SECONDS)
        body = await look(reader, row_id)
