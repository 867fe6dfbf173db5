"""The library of the catalogue, put into the database: added, changed and removed until it is what the files say."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from domain.catalogue.models import Checklist, ChecklistPoint, WholeChecklist
from domain.kernel.database import Database
from domain.kernel.row import PLATFORM, Row
from domain.kernel.session import SchoolSession
from domain.school.models import Level, School, SchoolFields
from domain.seeding.checks import Content, Piece
from domain.seeding.entries import ContentError
from domain.seeding.shelves import SHELVES, load_content

__all__ = ["ContentError", "Progress", "SeedReport", "load_content", "seed_content"]

Progress = Callable[[str, int, int], None]
"""Called with a phase, how much of it is done, and how much there is."""

_NAMESPACE = UUID("6d1f2a54-7a9e-5c1b-9a57-3f0f7c3f5b10")
_LOCK = "samenspraak content"


class SeedReport(NamedTuple):
    """How many rows of the library were added, changed, left as they are, removed, or kept though their file let them
    go, because something still points to them."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    kept: int = 0

    def plus(self, other: "SeedReport") -> "SeedReport":
        return SeedReport(*(mine + its for mine, its in zip(self, other, strict=True)))


async def seed_content(database: Database, folder: Path, progress: Progress = lambda *_: None) -> SeedReport:
    """Make the library what the files say, in one transaction; doing it again changes nothing.

    Raises:
        ContentError: before anything is written.
    """
    content = load_content(folder)
    async with database.working_for(PLATFORM) as session:
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(_LOCK, 0))))
        await found_platform(session)
        report, vanished = SeedReport(), []
        shelves = list(_rows(content))
        for done, (name, table, rows) in enumerate(shelves, 1):
            tally, gone = await _shelve(session, table, rows)
            report = report.plus(tally)
            vanished += gone
            progress(name, done, len(shelves))
        return report.plus(await _remove(session, vanished))


async def found_platform(session: SchoolSession) -> None:
    """The platform owns rows, and every owner of rows stands in the list of schools (which does not show it)."""
    if await session.get(School, (PLATFORM, PLATFORM)) is None:
        fields = SchoolFields.model_validate({"name": "Samenspraak", "levels": list(Level)})
        session.add(School.of(PLATFORM, fields, id=PLATFORM))
        await session.flush()


def _rows(content: Content) -> Iterator[tuple[str, type[Row], list[Row]]]:
    for shelf in SHELVES:
        pieces = content.get(shelf.name, [])
        yield shelf.name, shelf.table, [_row(shelf.table, piece, place) for place, piece in enumerate(pieces, 1)]
    yield "checklist-points", ChecklistPoint, list(_points(content.get("checklists", [])))


def _row(table: type[Row], piece: Piece, position: int) -> Row:
    return table.of(PLATFORM, piece.fields, id=_id(table, piece.key), position=position)


def _points(checklists: list[Piece]) -> Iterator[Row]:
    for piece in checklists:
        assert isinstance(piece.fields, WholeChecklist)
        checklist_id = _id(Checklist, piece.key)
        for position, point in enumerate(piece.fields.points, 1):
            key = f"{piece.key}.{point.key}"
            more = {"key": key, "position": position, "checklist_id": checklist_id}
            yield ChecklistPoint.of(PLATFORM, point, id=_id(ChecklistPoint, key), **more)


def _id(table: type[Row], key: str) -> UUID:
    """The same key has the same id in every database and after every load."""
    return uuid5(_NAMESPACE, f"{table.__tablename__}/{key}")


async def _shelve(session: SchoolSession, table: type[Row], rows: list[Row]) -> tuple[SeedReport, list[Row]]:
    """Add and change; also gives the rows of the library that are in no file any longer."""
    there = {row.id: row for row in await session.rows(select(table).where(col(table.school_id) == PLATFORM))}
    columns = [column.key for column in table.__table__.c if not _kept_by_database(column)]  # type: ignore[attr-defined]
    added = [row for row in rows if row.id not in there]
    known = [(there.pop(row.id), row) for row in rows if row.id in there]
    changed = sum(_overwrite(old, new, columns) for old, new in known)
    session.add_all(added)
    await session.flush()
    return SeedReport(len(added), changed, len(known) - changed), list(there.values())


def _kept_by_database(column: Any) -> bool:
    return column.computed is not None or column.key in Row.model_fields


def _overwrite(old: Row, new: Row, columns: list[str]) -> bool:
    differing = [name for name in columns if getattr(old, name) != getattr(new, name)]
    for name in differing:
        setattr(old, name, getattr(new, name))
    return bool(differing)


async def _remove(session: SchoolSession, vanished: list[Row]) -> SeedReport:
    """Last first, so that what points goes before what is pointed to.

    Row security hides from the platform what schools have; only the foreign keys know whether a row is still used.
    """
    removed = 0
    for row in reversed(vanished):
        try:
            async with session.begin_nested():
                await session.delete(row)
            removed += 1
        except IntegrityError:
            continue
    return SeedReport(removed=removed, kept=len(vanished) - removed)
