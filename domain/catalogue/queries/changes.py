"""What changed in the library since a school adapted or hid it."""

from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import SQLModel, col

from domain.catalogue.models import (
    AdaptableRow,
    Changed,
    ChecklistPoint,
    PointChangeRead,
    Question,
    QuestionChangeRead,
)
from domain.kernel.read import Computed, Document, Listing, Reading, another


def _said(table: type[AdaptableRow], columns: Any) -> ColumnElement[Any]:
    """As `AdaptableRow.said`, by the database."""
    pairs = [part for name in table.content.model_fields for part in (name, columns[name])]
    return func.jsonb_build_object(*pairs, type_=JSONB)


def _read(document: Any) -> Computed:
    def computed(reading: Reading) -> ColumnElement[Any]:
        return document if reading.language is None else func.localized(document, reading.language, type_=JSONB)

    return computed


def _changes(read: type[SQLModel], table: type[AdaptableRow]) -> Listing:
    """Of rows with a memory of the library, those of which the library says something else by now."""
    library, own = another(table), table.__table__.c  # type: ignore[attr-defined]
    before, now = col(table.made_from), _said(table, library.c)
    document = Document(
        read,
        table,
        visible=lambda viewer: (col(table.school_id) == viewer.school_id) & (before != now),
        computed={"before": _read(before), "now": _read(now), "own": _read(_said(table, own))},
        beside={library: (library.c.school_id == own.library_id) & (library.c.id == own.adapts_id)},
    )
    return Listing(document, {"key": col(table.key)})


LIBRARY_CHANGES: dict[Changed, Listing] = {
    "questions": _changes(QuestionChangeRead, Question),
    "checklist-points": _changes(PointChangeRead, ChecklistPoint),
}
