"""The import of a roster of 100,000 users beside parsing the same files and copying the same rows into bare tables."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

import asyncpg
from rich.console import Console

from domain.kernel.database import Database
from domain.roster.actions import import_file
from domain.roster.flaws import Mode
from domain.roster.models.imports import Outcome
from domain.roster.sample import SAMPLE
from domain.roster.targets import TARGETS
from tests.benchmarks.processes import children_of, cpu_seconds

USERS = 100_000
SHARED_FILES = ("orgs.csv", "academicSessions.csv", "courses.csv", "manifest.csv")
TABLES = list(dict.fromkeys(target.table.__tablename__ for target in TARGETS))
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write_bundle(target: Path) -> int:
    """The sample, so many times over, each time with people and classes of its own. Gives the number of users."""
    texts = {file.name: file.read_text() for file in SAMPLE.glob("*.csv")}
    users = len(texts["users.csv"].splitlines()) - 1
    kept = {guid[0] for name in SHARED_FILES for guid in _GUID.finditer(texts[name])}
    times = -(-USERS // users)

    def numbered(number: int) -> Callable[[re.Match[str]], str]:
        return lambda found: found[0] if found[0] in kept else str(uuid5(NAMESPACE_OID, f"{number} {found[0]}"))

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in texts.items():
            header, _, rows = text.partition("\n")
            copies = [rows] if name in SHARED_FILES else [_GUID.sub(numbered(one), rows) for one in range(times)]
            bundle.writestr(name, f"{header}\n{''.join(copies)}")
    return users * times


async def measure_import(console: Console, url: str, postmaster: int, folder: Path) -> None:
    """CPU of the import (this process and PostgreSQL), and of each floor, as ratios."""
    bundle = folder / "bundle.zip"
    users = write_bundle(bundle)
    school = uuid4()
    owner = await asyncpg.connect(url)
    await owner.execute(
        "INSERT INTO schools (school_id, id, name, levels, time_zone, languages, external_ids)"
        " VALUES ($1, $1, 'Roster', '[\"primary\"]', 'Europe/Brussels', '[]', '[]')",
        school,
    )

    def cpu() -> float:
        return process_time() + sum(map(cpu_seconds, children_of(postmaster)))

    async with Database(url, 1, 2).opened() as database:
        before = cpu()
        done = await import_file(database, school, bundle, Mode.LENIENT, preview=False, tell=_silently)
        ours = cpu() - before
    assert done.outcome is Outcome.APPLIED, done.findings
    before = cpu()
    _parse(bundle)
    parsing = cpu() - before
    rows = await _written(owner, school)
    console.print(f"Roster of {users:,} users, {sum(map(len, rows.values())):,} rows: {ours:.1f} s of CPU")
    for name, like in (("bare tables", ""), ("the same indexes", "INCLUDING INDEXES")):
        before = cpu()
        await _copy(owner, rows, like)
        floor = parsing + cpu() - before
        console.print(
            f"  {ours / floor:.1f} times csv and COPY into {name} ({floor:.1f} s), aim at most 6 for bare ones"
        )
    await owner.close()


async def _silently(_: str, __: int, ___: int | None) -> None: ...


def _parse(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as opened:
        for name in opened.namelist():
            with opened.open(name) as file:
                list(csv.reader(io.TextIOWrapper(file, "utf-8", newline="")))


async def _written(owner: "asyncpg.Connection[asyncpg.Record]", school: UUID) -> dict[str, list[asyncpg.Record]]:
    return {name: await owner.fetch(f"SELECT * FROM {name} WHERE school_id = $1", school) for name in TABLES}


async def _copy(owner: "asyncpg.Connection[asyncpg.Record]", rows: dict[str, list[asyncpg.Record]], like: str) -> None:
    for name, records in rows.items():
        await owner.execute(f"CREATE TABLE bare_{name} (LIKE {name} {like})")
        await owner.copy_records_to_table(f"bare_{name}", records=records)
        await owner.execute(f"DROP TABLE bare_{name}")
