"""`python -m tests.benchmarks.previews`: looking ahead at a round of 2,000 families (aim: under two seconds)."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from domain.kernel.database import Database
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.messaging.models.previews import PreviewQuery
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.previews import preview

sys.path.append("tests")

from conferences.crowd.school import crowd

FAMILIES, ROUNDS = 2_000, 3


async def measured(url: str) -> list[float]:
    """Seconds of each look, from the question to the JSON."""
    made = await crowd(url, FAMILIES, 80, 20)
    query, seconds = PreviewQuery(kind=MessageKind.ROUND_OPENED, round_id=made.round_id), []
    async with Database(url, 1, 1).opened() as database:
        for _ in range(ROUNDS):
            async with database.working_for(made.school_id) as session:
                started = time.perf_counter()
                found = await preview(session, query)
                size = len(found.model_dump_json())
                seconds.append(time.perf_counter() - started)
                assert found.totals.families == FAMILIES, size
    return seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        postgres = EmbeddedPostgres(Path(folder) / "postgres")
        postgres.start()
        try:
            upgrade(postgres.url)
            seconds = asyncio.run(measured(postgres.url))
        finally:
            postgres.stop()
    told = ", ".join(f"{one:.2f}" for one in seconds)
    Console().print(f"Preview of a round of {FAMILIES:,} families: {told} s (aim: under 2)")


if __name__ == "__main__":
    main()
