"""How soon a worker is ready, how much memory it takes, and what many routes cost."""

import asyncio
import statistics
import subprocess
import sys

from fastapi import FastAPI, Response
from fastapi.routing import APIRoute
from rich.console import Console

from api.routing import add_routes
from tests.benchmarks.load import request, send
from tests.benchmarks.processes import cpu_seconds, pss_megabytes, served


def measure_start(console: Console, environment: dict[str, str], postmaster: int) -> None:
    """Three fresh workers, one after another; PostgreSQL is up already."""
    ready, memory = [], []
    for port in (8611, 8612, 8613):
        with served("api.app:create_app", port, postmaster, environment) as server:
            ready.append(server.ready_seconds)
            memory.append(pss_megabytes(server.pid))
    floor = [_seconds("import fastapi, sqlmodel, asyncpg, uvicorn") for _ in range(3)]
    console.print(
        f"Ready after {statistics.median(ready):.2f} s (aim under 2), {statistics.median(memory):.0f} MB PSS fresh;"
    )
    console.print(f"  importing FastAPI, SQLModel, asyncpg and uvicorn alone: {statistics.median(floor):.2f} s of CPU")


def _seconds(code: str) -> float:
    timed = f"import time; {code}; print(time.process_time())"
    return float(subprocess.run([sys.executable, "-c", timed], capture_output=True, check=True, text=True).stdout)


def few_routes() -> FastAPI:
    return _with_routes(5)


def many_routes() -> FastAPI:
    return _with_routes(300)


def _with_routes(number: int) -> FastAPI:
    app = FastAPI()

    async def answer(row_id: str) -> Response:
        return Response(b"{}", media_type="application/json")

    add_routes(app, [APIRoute(f"/v1/things-{one}/{{row_id}}", answer) for one in range(number)])
    return app


def measure_routes(console: Console) -> None:
    """CPU of the last of 300 routes beside the last of 5, in turn."""
    ratios = []
    with (
        served("tests.benchmarks.start_up:few_routes", 8621, 1, {}) as few,
        served("tests.benchmarks.start_up:many_routes", 8622, 1, {}) as many,
    ):
        for _ in range(5):
            cost = []
            for server, last in ((few, 4), (many, 299)):
                asked = [request("GET", f"/v1/things-{last}/1", {})]
                asyncio.run(send(server.port, asked, 200))
                before = cpu_seconds(server.pid)
                asyncio.run(send(server.port, asked, 3000))
                cost.append(cpu_seconds(server.pid) - before)
            ratios.append(cost[1] / cost[0])
    console.print(f"300 routes cost {statistics.median(ratios):.3f} times the CPU of 5 (aim at most 1.05)")
