"""Checklists and their points, as a school sees them."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import ColumnElement, String, case, literal_column
from sqlalchemy import cast as sql_cast
from sqlmodel import SQLModel, col

from domain.catalogue.models import (
    BlankChecklistRead,
    BlankPointRead,
    Checklist,
    ChecklistPoint,
    ChecklistRead,
    Key,
    Phase,
    PointRead,
)
from domain.catalogue.queries.view import AdaptableQuery, hidden_by_office, in_view, library, origin_of, place_of
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing


class PointQuery(AdaptableQuery):
    """Which points of checklists."""

    checklist_id: UUID | None = None
    phase: Phase | None = None


Variant = Literal["with-examples", "blank"]
WITH_EXAMPLES: Variant = "with-examples"


class ChecklistQuery(PageQuery):
    """Which checklists, and how filled."""

    meeting_type: Key | None = None
    variant: Variant = Described(WITH_EXAMPLES, description="`blank` leaves our examples out and gives room for yours.")

    def filters(self) -> dict[str, Any]:
        """The variant says how they look, not which."""
        return {name: value for name, value in super().filters().items() if name != "variant"}


_POINT = {"origin": origin_of(ChecklistPoint)}
_NOTHING: dict[str, Computed] = {
    name: lambda _: literal_column("'[]'::json") for name in ("own_actions", "own_questions")
}
POINTS = Document(PointRead, ChecklistPoint, visible=in_view(ChecklistPoint), computed=_POINT)
_BLANK_POINTS = Document(
    BlankPointRead, ChecklistPoint, visible=in_view(ChecklistPoint), computed={**_POINT, **_NOTHING}
)
POINT_PLACE = place_of(ChecklistPoint, sql_cast(col(ChecklistPoint.checklist_id), String))
_SORTS = {"position": POINT_PLACE}
POINT_LISTING = library(POINTS, _SORTS)
_HIDDEN = Listing(Document(PointRead, ChecklistPoint, hidden_by_office(ChecklistPoint), computed=_POINT), _SORTS)


def points_asked_for(query: PointQuery) -> Listing:
    """The list that a query asks for."""
    return _HIDDEN if query.hidden else POINT_LISTING


def phase_place(phase: Any) -> ColumnElement[Any]:
    """Before, during, after."""
    return case({one: place for place, one in enumerate(Phase)}, value=phase)


def _with_points(points: Document) -> dict[str, Computed]:
    """The points of a checklist in the order of doing."""
    of_checklist = col(ChecklistPoint.checklist_id) == col(Checklist.id)
    order = (phase_place(col(ChecklistPoint.phase)), POINT_PLACE, col(ChecklistPoint.id))
    return {"points": lambda reading: points.nested(reading, of_checklist, *order)}


def _checklists(read: type[SQLModel], points: Document) -> Listing:
    return library(Document(read, Checklist, computed=_with_points(points)), {"key": col(Checklist.key)})


CHECKLISTS: dict[Variant, Listing] = {
    "with-examples": _checklists(ChecklistRead, POINTS),
    "blank": _checklists(BlankChecklistRead, _BLANK_POINTS),
}
