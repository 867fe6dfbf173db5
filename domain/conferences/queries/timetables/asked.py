"""Whose timetable was asked for, as parameters of the statements."""

from typing import Any

from sqlalchemy import ColumnElement, Uuid, bindparam, or_

SESSION = bindparam("session_id", type_=Uuid)
"""Null: all of them."""
STAFF_ID = bindparam("staff_id", type_=Uuid)
ROOM_ID = bindparam("room_id", type_=Uuid)
FAMILY_ID = bindparam("family_id", type_=Uuid)


def of_asked_session(session_id: Any) -> ColumnElement[bool]:
    """In the session that was asked for, or in any."""
    return or_(SESSION.is_(None), session_id == SESSION)
