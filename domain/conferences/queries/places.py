"""How sessions, locations and rooms go out."""

from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col

from domain.conferences.models.places import (
    ConferenceLocation,
    ConferenceLocationRead,
    ConferenceRoom,
    ConferenceRoomRead,
    ConferenceSession,
    ConferenceSessionRead,
)
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.visibility import sees_round
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Visible, looked_up, there_is
from domain.school.models import Room, School


def of_round(part: Any) -> ColumnElement[bool]:
    """A part of a round."""
    return (col(part.school_id) == col(ConferenceRound.school_id)) & (col(part.round_id) == col(ConferenceRound.id))


def of_visible_round(part: Any) -> Visible:
    """Who sees the round sees this part of it."""

    def visible(viewer: Viewer) -> ColumnElement[bool]:
        return there_is(ConferenceRound, of_round(part), sees_round(viewer))

    return visible


def local(moment: Any) -> ColumnElement[str]:
    """A moment as the clock on the wall of the school says it."""
    zone = looked_up(School.time_zone, col(School.school_id) == moment.table.c.school_id)
    return func.to_char(func.timezone(zone, moment), 'YYYY-MM-DD"T"HH24:MI:SS')


_LOCAL: dict[str, Any] = {
    "local_start": lambda _: local(ConferenceSession.__table__.c.starts_at),  # type: ignore[attr-defined]
    "local_end": lambda _: local(ConferenceSession.__table__.c.ends_at),  # type: ignore[attr-defined]
}

SESSIONS = Document(
    ConferenceSessionRead, ConferenceSession, visible=of_visible_round(ConferenceSession), computed=_LOCAL
)
SESSIONS_OF_ROUND = Document(ConferenceSessionRead, ConferenceSession, computed=_LOCAL)
"""Inside a round, where nobody asks again who sees it."""

LOCATIONS = Document(ConferenceLocationRead, ConferenceLocation, visible=of_visible_round(ConferenceLocation))
ROOMS = Document(
    ConferenceRoomRead,
    ConferenceRoom,
    visible=of_visible_round(ConferenceRoom),
    beside={
        Room: (col(Room.school_id) == col(ConferenceRoom.school_id)) & (col(Room.id) == col(ConferenceRoom.room_id))
    },
    computed={"name": lambda _: col(Room.name), "step_free": lambda _: col(Room.step_free)},
)
