"""The order of the questions of a meeting type and of the points of a checklist, as a school has it."""

from typing import Any

from sqlalchemy import ColumnElement, String, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSON, aggregate_order_by
from sqlmodel import col

from domain.catalogue.models import (
    AdaptableRow,
    CatalogueOrder,
    Checklist,
    ChecklistPoint,
    LibraryRow,
    MeetingType,
    OrderRead,
    Question,
)
from domain.catalogue.queries.checklists import POINT_PLACE
from domain.catalogue.queries.questions import QUESTION_PLACE
from domain.catalogue.queries.view import in_view
from domain.kernel.read import Computed, Document, Reading
from domain.kernel.row import Expression


def _ids(table: type[AdaptableRow], belongs: ColumnElement[bool], place: Any) -> Computed:
    """What the school sees, in its order."""

    def computed(reading: Reading) -> ColumnElement[Any]:
        ids = func.json_agg(aggregate_order_by(col(table.id), place, col(table.id)))
        seen = select(func.coalesce(ids, func.json_build_array(), type_=JSON))
        return seen.where(belongs, in_view(table)(reading.viewer)).correlate_except(table).scalar_subquery()

    return computed


def _version(within: Expression) -> Computed:
    version = select(col(CatalogueOrder.version)).where(col(CatalogueOrder.within) == within)
    return lambda _: func.coalesce(version.correlate_except(CatalogueOrder).scalar_subquery(), 0)


def _order(of: type[LibraryRow], within: Expression, ids: Computed, key: str) -> Document:
    return Document(OrderRead, of, computed={"version": _version(within), "ids": ids}, key=key)


QUESTION_ORDER = _order(
    MeetingType,
    col(MeetingType.key),
    _ids(Question, col(Question.meeting_type) == col(MeetingType.key), QUESTION_PLACE),
    "key",
)
POINT_ORDER = _order(
    Checklist,
    sql_cast(col(Checklist.id), String),
    _ids(ChecklistPoint, col(ChecklistPoint.checklist_id) == col(Checklist.id), POINT_PLACE),
    "id",
)
