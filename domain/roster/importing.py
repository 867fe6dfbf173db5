"""An import from bundle to school: read, stage, compare, merge; in one transaction, all of it or nothing."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.errors import Conflict, Message
from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.kernel.text import OWN_LANGUAGES
from domain.roster.findings import Finding, Report
from domain.roster.flaws import Flaw, Mode
from domain.roster.format import FileMode
from domain.roster.gaps import fill_in, judge
from domain.roster.merging import Connection, Merging
from domain.roster.models.changes import Changes
from domain.roster.models.imports import Outcome, RosterImport
from domain.roster.models.uploads import RosterUpload
from domain.roster.reader import Roster, read_bundle
from domain.roster.staging import STAGED, Rows, staged
from domain.roster.targets import PEOPLE, TARGETS

Tell = Callable[[str, int, int | None], Awaitable[None]]
"""Told what is being done, how much of it is done, and of how much; what it raises ends the import."""

TELL_SECONDS = 0.4
COPY_ROWS = 20_000
TURN_SECONDS = 600

BUSY = Message(
    "roster_import_running",
    "Een andere import van deze school is nog bezig.",
    "Une autre importation de cette école est encore en cours.",
    "Another import of this school is still running.",
)
OVERTAKEN = Message(
    "roster_import_overtaken",
    "Een bestand dat later is ingestuurd, is al overgenomen.",
    "Un fichier envoyé plus tard a déjà été repris.",
    "A file that was sent in later has been taken over already.",
)

# Long statements over many rows: the limits of a request do not fit them.
_UNHURRIED = """
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL lock_timeout = '30s';
SET LOCAL work_mem = '64MB'
"""


async def run_import(database: Database, asked: RosterImport, bundle: Path, tell: Tell) -> RosterImport:
    """Read the bundle and apply it, or tell what it would change, or why it is refused.

    Returns:
        The import with its outcome, counts and findings. A refused or previewed one changed nothing.

    Raises:
        Conflict: when another import does not end, or one that was sent in later was applied.
    """
    telling = _Telling(tell)
    # A column of words gives plain text, and the reader knows a Mode when it is one.
    roster = await _read(bundle, Mode(asked.mode), telling)
    rows = await asyncio.to_thread(staged, roster)
    async with _turn(database, asked.school_id, telling) as session:
        connection = await session.driver()
        await connection.execute(_UNHURRIED)
        await _refuse_overtaken(session, asked)
        merging = Merging(connection, frozenset(file for file, mode in roster.modes.items() if mode is FileMode.BULK))
        changes: dict[str, Changes] = {}
        if roster.ok:
            await _stage(connection, rows, telling)
            changes = await _compare(connection, merging, roster, telling)
        outcome = _outcome(roster, asked)
        if outcome is Outcome.APPLIED:
            await _merge(merging, changes, telling)
        return await _conclude(session, asked.id, outcome, roster, changes)


class _Telling:
    """Tells of each new phase at once, and within one not more often than somebody looks."""

    def __init__(self, tell: Tell) -> None:
        self._tell, self._phase, self._at = tell, "", 0.0

    def is_due(self, phase: str) -> bool:
        return phase != self._phase or time.monotonic() - self._at > TELL_SECONDS

    async def __call__(self, phase: str, done: int, total: int | None) -> None:
        if self.is_due(phase):
            self._phase, self._at = phase, time.monotonic()
            await self._tell(phase, done, total)


async def _read(bundle: Path, mode: Mode, tell: _Telling) -> Roster:
    """In a thread, so that the loop goes on serving others."""
    loop, read = asyncio.get_running_loop(), dict[str, int]()

    def progress(file: str, rows: int) -> None:
        read[file] = rows
        if tell.is_due("reading"):
            asyncio.run_coroutine_threadsafe(tell("reading", sum(read.values()), None), loop).result()

    return await asyncio.to_thread(read_bundle, bundle, mode=mode, progress=progress)


@asynccontextmanager
async def _turn(database: Database, school_id: UUID, tell: Tell) -> AsyncIterator[SchoolSession]:
    """A transaction that is the only import of the school. Who waits for it holds no connection."""
    lock = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"roster import {school_id}", 0)))
    for _ in range(TURN_SECONDS):
        async with database.working_for(school_id) as session:
            if (await session.execute(lock)).scalar():
                yield session
                return
        await tell("waiting", 0, None)
        await asyncio.sleep(1)
    raise Conflict(BUSY)


async def _refuse_overtaken(session: SchoolSession, asked: RosterImport) -> None:
    later = exists().where(
        col(RosterImport.school_id) == asked.school_id,
        col(RosterImport.created_at) > asked.created_at,
        col(RosterImport.outcome) == Outcome.APPLIED,
    )
    if (await session.execute(select(later))).scalar():
        raise Conflict(OVERTAKEN)


async def _stage(connection: Connection, rows: dict[str, Rows], tell: Tell) -> None:
    total, done = sum(map(len, rows.values())), 0
    made = (f"CREATE TEMP TABLE staged_{name} ({columns}) ON COMMIT DROP" for name, columns in STAGED.items())
    await connection.execute("; ".join(made))
    for name in STAGED:
        for start in range(0, len(rows[name]), COPY_ROWS):
            await tell("staging", done, total)
            part = rows[name][start : start + COPY_ROWS]
            await connection.copy_records_to_table(f"staged_{name}", records=part)
            done += len(part)
    await connection.execute("; ".join(f"ANALYZE staged_{name}" for name in STAGED))


async def _compare(connection: Connection, merging: Merging, roster: Roster, tell: Tell) -> dict[str, Changes]:
    await fill_in(connection, roster)
    changes: dict[str, Changes] = {}
    for step, target in enumerate(TARGETS):
        await tell("comparing", step, len(TARGETS))
        changes[target.name] = await merging.compare(target)
    await judge(connection, roster, changes)
    return changes


def _outcome(roster: Roster, asked: RosterImport) -> Outcome:
    if not roster.ok:
        return Outcome.REFUSED
    return Outcome.PREVIEWED if asked.preview else Outcome.APPLIED


async def _merge(merging: Merging, changes: dict[str, Changes], tell: Tell) -> None:
    written = [target for target in TARGETS if changes[target.name].written]
    for step, target in enumerate(written):
        await tell("merging", step, len(written))
        await merging.merge(target, changes[target.name])
    for document in dict.fromkeys(target.parent or target.table for target in written):
        await merging.record(next(target for target in TARGETS if target.table is document))
    if any(changes[kind.name].ended for kind in PEOPLE):
        await merging.revoke()


async def _conclude(
    session: SchoolSession, import_id: UUID, outcome: Outcome, roster: Roster, changes: dict[str, Changes]
) -> RosterImport:
    """Write down how it ended. Only a preview, which may still be applied, keeps its bundle."""
    done = await session.get_row(RosterImport, import_id)
    done.outcome, done.oneroster_version = outcome, roster.version
    done.errors, done.warnings = roster.report.errors, roster.report.warnings
    done.counts = {name: counted.model_dump() for name, counted in changes.items()}
    done.findings = findings_of(roster.report)
    if outcome is Outcome.APPLIED:
        done.applied_at = clock.now()
    if outcome is not Outcome.PREVIEWED:
        await forget_upload(session, import_id)
    record(session, f"roster_import.{outcome}", "roster_imports", import_id)
    await session.flush()
    return done


async def forget_upload(session: SchoolSession, import_id: UUID) -> None:
    """Let go of the bundle, which is full of personal data."""
    mine = (col(RosterUpload.school_id) == session.principal.school_id, col(RosterUpload.import_id) == import_id)
    await session.execute(delete(RosterUpload).where(*mine))


def findings_of(report: Report) -> list[dict[str, Any]]:
    """What is kept of a report: each flaw once, with its words, how often, and the first places."""
    by_flaw: dict[Flaw, list[Finding]] = {}
    for finding in report.listed:
        by_flaw.setdefault(finding.flaw, []).append(finding)
    return [
        {
            "code": flaw.code,
            "severity": flaw.severity(report.mode),
            "detail": {language: flaw.words(language) for language in OWN_LANGUAGES},
            "count": report.counts[flaw.code],
            "places": [{"file": one.file, "row": one.row, "column": one.column} for one in found],
        }
        for flaw, found in by_flaw.items()
    ]
