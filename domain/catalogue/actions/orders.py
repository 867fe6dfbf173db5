"""Putting questions and points in the school's own order."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.catalogue.models import (
    AdaptableRow,
    CatalogueOrder,
    Checklist,
    ChecklistPoint,
    OrderFields,
    Question,
)
from domain.catalogue.queries import get_meeting_type, in_view
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, STALE, Detail, Invalid, NotFound, Stale
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def order_questions(session: SchoolSession, meeting_type: str, fields: OrderFields, version: int) -> None:
    """The order in which this school asks the questions of a meeting type.

    Raises:
        Invalid: `unknown_reference` for what is no question of this type that the school shows.
        NotFound: when there is no such type. Stale: as ever.
    """
    await get_meeting_type(session, meeting_type)
    shown = await _shown(session, Question, col(Question.meeting_type) == meeting_type)
    await _keep(session, meeting_type, fields, shown, version)


async def order_points(session: SchoolSession, checklist_id: UUID, fields: OrderFields, version: int) -> None:
    """The order in which this school does the points of a checklist, within each phase.

    Raises:
        Invalid: `unknown_reference` for what is no point of this checklist that the school shows.
        NotFound: when there is no such checklist. Stale: as ever.
    """
    if not await session.rows(select(Checklist).where(col(Checklist.id) == checklist_id)):
        raise NotFound(NOT_FOUND)
    shown = await _shown(session, ChecklistPoint, col(ChecklistPoint.checklist_id) == checklist_id)
    await _keep(session, str(checklist_id), fields, shown, version)


async def _shown(session: SchoolSession, table: type[AdaptableRow], within: ColumnElement[bool]) -> dict[UUID, UUID]:
    """From every id of what the school shows to the one that stays: the library's, where a row adapts one."""
    columns: Any = (col(table.id), col(table.adapts_id))
    rows = (await session.execute(select(*columns).where(within, in_view(table)(session.viewer)))).all()
    stays = {row_id: adapts_id or row_id for row_id, adapts_id in rows}
    return stays | {row_id: row_id for row_id in stays.values()}


async def _keep(
    session: SchoolSession, within: str, fields: OrderFields, shown: dict[UUID, UUID], version: int
) -> None:
    order = await _find(session, within)
    if (order.version if order else 0) != version:
        raise Stale(STALE)
    places = _places(fields.ids, shown)
    if order is None:
        order = CatalogueOrder(school_id=session.principal.school_id, within=within, places=places)
        session.add(order)
    order.places = places
    record(session, "catalogue_order.changed", "catalogue_orders", order.id)


async def _find(session: SchoolSession, within: str) -> CatalogueOrder | None:
    mine = col(CatalogueOrder.school_id) == session.principal.school_id
    return await session.find_row(select(CatalogueOrder).where(mine, col(CatalogueOrder.within) == within))


def _places(ids: Iterable[UUID], shown: dict[UUID, UUID]) -> dict[str, int]:
    """An id that is named twice keeps its first place."""
    unknown = [place for place, row_id in enumerate(ids) if row_id not in shown]
    if unknown:
        raise Invalid(DOES_NOT_EXIST, *(Detail(f"/ids/{place}", DOES_NOT_EXIST) for place in unknown))
    stays = dict.fromkeys(str(shown[row_id]) for row_id in ids)
    return {row_id: place for place, row_id in enumerate(stays, 1)}
