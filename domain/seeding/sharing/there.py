"""What the library and the school have already, by the names and texts that a file may bring."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.models import (
    AdaptableRow,
    Checklist,
    ChecklistPoint,
    DevelopmentDomain,
    MeetingType,
    Question,
    QuestionSet,
    SetKind,
)
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.seeding.sharing.file import name_of


@dataclass
class Shelf:
    """Questions, or points of checklists."""

    table: type[Any]
    library: dict[str, AdaptableRow] = field(default_factory=dict)
    own: dict[str, AdaptableRow] = field(default_factory=dict)
    said: dict[tuple[str, str], AdaptableRow] = field(default_factory=dict)
    """What the school added itself, by where it belongs and its Dutch text."""
    added: list[Any] = field(default_factory=list)

    def knows(self, name: str, within: str, text: str, *, adapted: bool) -> bool:
        """Whether the school has it, by its name or, when it adapts nothing, by its text."""
        same = None if adapted else self.said.get((within, text))
        if same is not None:
            self.own.setdefault(name, same)
        return name in self.own

    def add(self, row: Any, name: str, within: str) -> None:
        """A new row of the school's."""
        self.added.append(row)
        self.put(row, name, within)

    def put(self, row: Any, name: str, within: str) -> None:
        """A row of the school's, under its name and its text."""
        self.own[name] = row
        if row.adapts_id is None:
            self.said[within, row.text["nl"]] = row

    def named(self, name: str) -> AdaptableRow | None:
        """The school's row, else the library's."""
        return self.own.get(name) or self.library.get(name)


@dataclass
class There:
    """Everything that an import looks at."""

    questions: Shelf
    points: Shelf
    meeting_types: dict[str, MeetingType]
    checklists: dict[str, UUID]
    domains: set[str]
    set_titles: set[str]
    added_sets: list[QuestionSet] = field(default_factory=list)


async def what_is_there(session: SchoolSession) -> There:
    """As the school sees it, with what it hides: hidden is had too."""
    mine = (col(QuestionSet.school_id) == session.principal.school_id, col(QuestionSet.kind) == str(SetKind.SCHOOL))
    sets = await session.rows(select(QuestionSet).where(*mine))
    titles: list[Any] = [row.title for row in sets]
    return There(
        questions=await _shelf(session, Question, "meeting_type"),
        points=await _shelf(session, ChecklistPoint, "checklist_id"),
        meeting_types={row.key: row for row in await session.rows(select(MeetingType))},
        checklists={row.key: row.id for row in await session.rows(select(Checklist))},
        domains={row.key for row in await session.rows(select(DevelopmentDomain))},
        set_titles={title["nl"] for title in titles},
    )


async def _shelf(session: SchoolSession, table: type[Any], within: str) -> Shelf:
    shelf = Shelf(table)
    schools = [session.principal.school_id, PLATFORM]
    for row in await session.rows(select(table).where(col(table.school_id).in_(schools))):
        if row.school_id == PLATFORM:
            shelf.library[row.key] = row
        else:
            shelf.put(row, name_of(row), str(getattr(row, within)))
    return shelf
