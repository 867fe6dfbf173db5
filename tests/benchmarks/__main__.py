"""`make bench`: what the house costs beside two floors, in one run, as ratios. Absolutes depend on the machine."""

import asyncio
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.table import Table

from api.first_run import seed
from api.issuer import EmbeddedIssuer
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from tests.benchmarks.decisions import measure_decisions
from tests.benchmarks.load import Request, fetch, request, send
from tests.benchmarks.mails import measure_mails
from tests.benchmarks.processes import Server, pss_megabytes, served
from tests.benchmarks.roster import measure_import
from tests.benchmarks.rows import SUBJECT, families, fill
from tests.benchmarks.start_up import measure_routes, measure_start

ROUNDS = 4
REQUESTS = 600
CONNECTIONS = 32


@dataclass(frozen=True)
class Case:
    """What is asked of each server: makes the requests of one round."""

    name: str
    servers: tuple[str, ...]
    requests: Callable[[str, int], list[Request]]
    aim: str


@dataclass
class Figures:
    """Of one server in one case: microseconds of CPU for each request, requests a second, milliseconds of waiting."""

    cpu: list[float]
    rate: list[float]
    p50: list[float]
    p99: list[float]


def main() -> None:
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        postgres = EmbeddedPostgres(Path(folder) / "postgres")
        postgres.start()
        stack.callback(postgres.stop)
        settings = Settings(data_dir=Path(folder), database_url=postgres.url, log_level="warning")
        upgrade(postgres.url)
        asyncio.run(seed(settings, postgres.url, demo=False, progress=lambda *_: None))
        school = asyncio.run(fill(postgres.url))
        console.print("A school of 100,000 students is there.")
        postmaster = int((postgres.folder / "data" / "postmaster.pid").read_text().split()[0])
        environment = _environment(postgres.url, folder, school)
        servers = {
            name: stack.enter_context(served(app, port, postmaster, environment))
            for name, app, port in (
                ("a", "tests.benchmarks.floor_a:create_app", 8601),
                ("b", "tests.benchmarks.floor_b:create_app", 8602),
                ("ours", "api.app:create_app", 8603),
            )
        }
        token = EmbeddedIssuer.of(settings).token(SUBJECT, seconds=36_000)
        cases = list(_cases(postgres.url, school, {"Authorization": f"Bearer {token}"}))
        _report(console, [(case, _measured(case, servers)) for case in cases])
        console.print(
            f"Memory of the API worker after all this: {pss_megabytes(servers['ours'].pid):.0f} MB (PSS), aim under 90"
        )
        measure_start(console, environment, postmaster)
        asyncio.run(measure_import(console, postgres.url, postmaster, Path(folder)))
        asyncio.run(measure_mails(console, postgres.url, postmaster, Path(folder)))
    measure_routes(console)
    measure_decisions(console)


def _environment(url: str, folder: str, school: UUID) -> dict[str, str]:
    known = {"DATABASE_URL": url, "DATA_DIR": folder, "BENCH_SCHOOL": str(school), "LOG_LEVEL": "warning"}
    return known | {"REQUESTS_PER_MINUTE": "100000000", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(Path.cwd())}


def _cases(url: str, school: UUID, signed: dict[str, str]) -> Iterator[Case]:
    people = asyncio.run(families(url, school, 3000))
    fresh = count()

    def get(path: str, **headers: str) -> Callable[[str, int], list[Request]]:
        return lambda server, _: [request("GET", path, (signed if server == "ours" else {}) | headers)]

    first = json.dumps(_conversation(*people[0], day=1)).encode()
    typed = signed | {"Content-Type": "application/json"}
    made = json.loads(asyncio.run(fetch(8603, request("POST", "/v1/conversations", typed, first, 201))))
    tag = _etag(request("GET", "/v1/meeting-types", signed))

    def create(server: str, how_many: int) -> list[Request]:
        """Each time another teacher and family, or another day: nothing clashes."""
        numbers = [next(fresh) for _ in range(how_many)]
        made = _conversation if server == "ours" else _draft
        bodies = [made(*people[1 + number % 2900], day=2 + number // 2900) for number in numbers]
        headers = typed if server == "ours" else {"Content-Type": "application/json"}
        return [request("POST", "/v1/conversations", headers, json.dumps(body).encode(), 201) for body in bodies]

    def known(server: str, _: int) -> list[Request]:
        if server == "ours":
            return [request("GET", "/v1/meeting-types", signed | {"If-None-Match": tag}, status=304)]
        return [request("GET", "/v1/meeting-types", {})]

    all_three, reads = ("a", "b", "ours"), "<= 1.7 a, < 0.3 b"
    yield Case("meeting types", all_three, get("/v1/meeting-types"), reads)
    yield Case("meeting types, known (304)", ("a", "ours"), known, "< 1.0 a")
    yield Case("one conversation", all_three, get(f"/v1/conversations/{made['id']}"), reads)
    yield Case("20 of 100,000 students", all_three, get("/v1/students?limit=20"), reads)
    yield Case("50 of 100,000 students", all_three, get("/v1/students?limit=50"), reads)
    yield Case("create a conversation", ("b", "ours"), create, "<= 1.2 b")


def _etag(asked: Request) -> str:
    async def look() -> str:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8603)
        writer.write(asked.raw)
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        writer.close()
        return next(line.partition(": ")[2] for line in head.splitlines() if line.lower().startswith("etag"))

    return asyncio.run(look())


def _conversation(student: str, guardian: str, teacher: str, *, day: int) -> dict[str, object]:
    people = [{"role": "teacher", "staff_id": teacher}, {"role": "guardian", "guardian_id": guardian}]
    return {"participants": people, **_talk(student, day)}


def _draft(student: str, guardian: str, teacher: str, *, day: int) -> dict[str, object]:
    return {"teacher_id": teacher, "guardian_id": guardian, **_talk(student, day)}


def _talk(student: str, day: int) -> dict[str, object]:
    on = f"2026-{10 + day // 28:02}-{1 + day % 28:02}"
    at = {"starts_at": f"{on}T15:00:00Z", "ends_at": f"{on}T15:20:00Z"}
    return {"meeting_type": "parent-teacher-conference", "student_id": student, **at}


def _measured(case: Case, servers: dict[str, Server]) -> dict[str, Figures]:
    """Rounds in turn, so that what disturbs the machine disturbs all."""
    figures = {name: Figures([], [], [], []) for name in case.servers}
    for _ in range(ROUNDS):
        for name in case.servers:
            server, requests = servers[name], case.requests(name, REQUESTS)
            asyncio.run(
                send(server.port, requests[:1] if len(requests) == 1 else case.requests(name, 50), 50, CONNECTIONS)
            )
            before = server.cpu()
            waited = sorted(asyncio.run(send(server.port, requests, REQUESTS, CONNECTIONS)))
            figures[name].cpu.append((server.cpu() - before) / REQUESTS * 1e6)
            figures[name].rate.append(REQUESTS * CONNECTIONS / sum(waited))
            figures[name].p50.append(waited[len(waited) // 2] * 1e3)
            figures[name].p99.append(waited[int(len(waited) * 0.99)] * 1e3)
    return figures


def _report(console: Console, measured: list[tuple[Case, dict[str, Figures]]]) -> None:
    table = Table(
        "case", "server", "CPU µs", "ratio to a", "ratio to b", "requests/s", "p50 ms", "p99 ms", "p99/p50", "aim"
    )
    for case, figures in measured:
        for name, one in figures.items():
            cpu = statistics.median(one.cpu)
            ratios = [
                f"{cpu / statistics.median(figures[floor].cpu):.2f}" if floor in figures else "" for floor in "ab"
            ]
            tail = statistics.median(high / low for high, low in zip(one.p99, one.p50, strict=True))
            waits = [f"{statistics.median(waited):.1f}" for waited in (one.p50, one.p99)]
            row = [case.name if name == "ours" else "", name, f"{cpu:.0f}", *ratios]
            table.add_row(
                *row, f"{statistics.median(one.rate):.0f}", *waits, f"{tail:.1f}", case.aim if name == "ours" else ""
            )
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
