"""Whether a part fits its round: what it points to belongs to the same round, and its times lie in the sessions."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import (
    ConferenceLocation,
    ConferenceRoom,
    ConferenceRoomFields,
    ConferenceSession,
    LocationFields,
)
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.separations import SeparationFields
from domain.conferences.models.staff import ConferenceInterpreterFields, ConferenceStaffFields, StaffTimeFields
from domain.conferences.models.windows import Window
from domain.conferences.rules.windows import check_inside
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

Named = list[tuple[str, UUID]]
"""Where an id stands in the body, and the id."""


async def check_part(session: SchoolSession, round_: ConferenceRound, fields: Fields) -> None:
    """
    Raises:
        Invalid: pointing at what is of no such round, or lies outside its sessions.
    """
    for table, named in _named(fields).items():
        known = await _ids(session, round_, table)
        unknown = [Detail(pointer, DOES_NOT_EXIST) for pointer, row_id in named if row_id not in known]
        if unknown:
            raise Invalid(DOES_NOT_EXIST, *unknown)
    if isinstance(fields, StaffTimeFields | ConferenceInterpreterFields):
        await check_times(session, round_, fields)


async def check_times(
    session: SchoolSession, round_: ConferenceRound, fields: StaffTimeFields | ConferenceInterpreterFields
) -> None:
    """
    Raises:
        Invalid: `rule_broken`, pointing at the windows outside the sessions.
    """
    sessions = await sessions_of(session, round_)
    breaks = fields.breaks if isinstance(fields, StaffTimeFields) else []
    found = check_inside(fields.available or [], sessions, "/available") + check_inside(breaks, sessions, "/breaks")
    warnings_of(found, ROUND_BROKEN)


async def sessions_of(session: SchoolSession, round_: ConferenceRound) -> list[Window]:
    """When a round takes place."""
    mine = (col(ConferenceSession.school_id) == round_.school_id, col(ConferenceSession.round_id) == round_.id)
    rows = await session.rows(select(ConferenceSession).where(*mine).order_by(col(ConferenceSession.starts_at)))
    return [Window(starts_at=row.starts_at, ends_at=row.ends_at) for row in rows]


def _named(fields: Fields) -> dict[Any, Named]:
    """What a part points to, by the table in which it must stand."""
    if isinstance(fields, LocationFields):
        return {
            ConferenceLocation: [(f"/walks/{at}/location_id", one.location_id) for at, one in enumerate(fields.walks)]
        }
    if isinstance(fields, ConferenceRoomFields):
        return {ConferenceLocation: [("/location_id", fields.location_id)] if fields.location_id else []}
    if isinstance(fields, SeparationFields):
        pair = [("/first_family_id", fields.first_family_id), ("/second_family_id", fields.second_family_id)]
        return {ConferenceFamily: pair}
    if isinstance(fields, ConferenceStaffFields):
        seats = list(enumerate(fields.places))
        return {
            ConferenceSession: [(f"/places/{at}/session_id", seat.session_id) for at, seat in seats],
            ConferenceRoom: [(f"/places/{at}/room_id", seat.room_id) for at, seat in seats],
        }
    return {}


async def _ids(session: SchoolSession, round_: ConferenceRound, table: Any) -> set[UUID]:
    """Rooms of a round are named by the id of the room itself."""
    key = table.room_id if table is ConferenceRoom else table.id
    mine = (col(table.school_id) == round_.school_id, col(table.round_id) == round_.id)
    return set((await session.execute(select(key).where(*mine))).scalars())
