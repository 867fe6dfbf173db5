"""How a school sees the catalogue: what every read of it has in common."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field as Described
from sqlalchemy import ColumnElement, Integer, String, and_, case, func, or_, select, type_coerce
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import SQLModel, col

from domain.catalogue.models import AdaptableRow, CatalogueOrder, LibraryRow, Origin
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Computed, Condition, Document, Listing, Reading, Visible, another, there_is
from domain.kernel.row import PLATFORM, Expression
from domain.school.models import Level

STAMP = "catalogue"
"""The triggers of migration 0003 bump this stamp with every change of a table of the catalogue."""


def in_view(table: type[AdaptableRow]) -> Visible:
    """A school's view: its own rows that it does not hide, and those of the library that it did not override."""

    def visible(viewer: Viewer) -> ColumnElement[bool]:
        own = another(table)
        overridden = there_is(own, own.c.school_id == viewer.school_id, own.c.adapts_id == col(table.id))
        return or_(
            and_(col(table.school_id) == viewer.school_id, ~col(table.hidden)),
            and_(col(table.school_id) == PLATFORM, ~overridden),
        )

    return visible


def documents(table: type[SQLModel], *names: str) -> dict[str, Computed]:
    """Columns that keep documents with texts inside, in the reader's language."""

    def localized(column: ColumnElement[Any]) -> Computed:
        def computed(reading: Reading) -> ColumnElement[Any]:
            return column if reading.language is None else func.localized(column, reading.language, type_=JSONB)

        return computed

    return {name: localized(table.__table__.c[name]) for name in names}  # type: ignore[attr-defined]


def origin_of(table: type[AdaptableRow]) -> Computed:
    words = case(
        (col(table.school_id) == PLATFORM, str(Origin.LIBRARY)),
        (col(table.adapts_id).is_(None), str(Origin.OWN)),
        else_=str(Origin.ADAPTED),
    )
    return lambda _: words


def list_has(column: Any) -> Condition:
    return lambda given: column.bool_op("?")(type_coerce(given, String))


def hidden_by_office(table: type[AdaptableRow]) -> Visible:
    """What the school hides: for the office, that can restore it."""
    return lambda viewer: (
        is_one_of(viewer, *OFFICE, *SYSTEM) & (col(table.school_id) == viewer.school_id) & col(table.hidden)
    )


def place_of(table: type[AdaptableRow], within: Expression) -> ColumnElement[Any]:
    """Where a row stands in the school's order, else after all that does, in the order of the library.

    Row security lets a school see its own order only.
    """
    named = sql_cast(func.coalesce(col(table.adapts_id), col(table.id)), String)
    ordered = (
        select(sql_cast(col(CatalogueOrder.places).op("->>")(named), Integer))
        .where(col(CatalogueOrder.within) == within)
        .correlate_except(CatalogueOrder)
        .scalar_subquery()
    )
    return func.coalesce(ordered, col(table.position) + UNPLACED, type_=Integer)


UNPLACED = 100_000


def library(
    document: Document, sorts: Mapping[str, Expression], filters: Mapping[str, Condition] | None = None
) -> Listing:
    return Listing(document, sorts, filters or {}, stamped=STAMP)


def in_file_order(table: type[LibraryRow]) -> dict[str, Expression]:
    return {"position": col(table.position)}


class LevelQuery(PageQuery):
    """For which level."""

    level: Level | None = None


class AdaptableQuery(PageQuery):
    """What the school sees, or what it hides."""

    hidden: bool = Described(default=False, description="For the office: what the school hides, to restore it.")

    def filters(self) -> dict[str, Any]:
        """Whether hidden says which list it is, and is no filter of one."""
        return {name: value for name, value in super().filters().items() if name != "hidden"}
