"""The library of the catalogue: read from its files, checked as a whole, and put into the database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from domain.catalogue.models import (
    ActivityMindMap,
    ActivityMindMapFields,
    Checklist,
    ChecklistPoint,
    DevelopmentDomain,
    DevelopmentDomainFields,
    LibraryQuestionFields,
    Material,
    MaterialFields,
    MeetingType,
    MeetingTypeFields,
    Question,
    Scale,
    ScaleFields,
    Source,
    SourceFields,
    Tip,
    TipFields,
    WholeChecklist,
)
from domain.kernel.database import Database
from domain.kernel.row import PLATFORM, Fields, Row
from domain.kernel.session import SchoolSession
from domain.school.models import Level, School, SchoolFields
from domain.seeding.checks import Content, Piece, flaws_of
from domain.seeding.entries import ContentError, Entry, Flaw, read_entries

__all__ = ["ContentError", "Progress", "SeedReport", "load_content", "seed_content"]

Progress = Callable[[str, int, int], None]
"""Called with a phase, how much of it is done, and how much there is."""

_NAMESPACE = UUID("6d1f2a54-7a9e-5c1b-9a57-3f0f7c3f5b10")
_LOCK = "samenspraak content"


@dataclass(frozen=True)
class Shelf:
    """Where a kind of content stands: its file or folder, how it is written, and its table."""

    name: str
    fields: type[Fields]
    table: type[Row]
    key: str = "key"


SHELVES = (
    Shelf("sources", SourceFields, Source, "tag"),
    Shelf("meeting-types", MeetingTypeFields, MeetingType),
    Shelf("development-domains", DevelopmentDomainFields, DevelopmentDomain),
    Shelf("scales", ScaleFields, Scale),
    Shelf("activity-mind-map", ActivityMindMapFields, ActivityMindMap),
    Shelf("materials", MaterialFields, Material),
    Shelf("tips", TipFields, Tip),
    Shelf("questions", LibraryQuestionFields, Question),
    Shelf("checklists", WholeChecklist, Checklist),
)
"""In the order of pointing: what is pointed to comes first."""


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


def load_content(folder: Path) -> Content:
    """The checked content of a folder such as `seed_content/catalogue`.

    Raises:
        ContentError: with every flaw, each with its file and line.
    """
    content: Content = {}
    flaws: list[Flaw] = []
    for shelf in SHELVES:
        try:
            read = [_checked(shelf, entry) for entry in read_entries(folder, shelf.name)]
        except ContentError as error:
            flaws += error.flaws
            continue
        content[shelf.name] = [piece for piece in read if isinstance(piece, Piece)]
        flaws += [flaw for found in read if isinstance(found, list) for flaw in found]
    if not flaws:
        flaws = list(flaws_of(folder, content))
    if flaws:
        raise ContentError(flaws)
    return content


def _checked(shelf: Shelf, entry: Entry) -> Piece | list[Flaw]:
    try:
        fields = shelf.fields.model_validate(entry.data)
    except ValidationError as error:
        return [entry.flaw(found["loc"], found["msg"]) for found in error.errors()]
    return Piece(entry, fields, getattr(fields, shelf.key), shelf.key)


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
