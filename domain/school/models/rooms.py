"""Places to talk."""

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead
from domain.kernel.text import Line


class RoomFields(Fields):
    """A place to talk."""

    name: Line
    capacity: int = Field(8, ge=1, le=2000, description="People.")
    step_free: bool = Field(default=True, description="Reachable with a buggy or a wheelchair.")


class Room(Row, RoomFields, table=True):
    __tablename__ = "rooms"
    __table_args__ = (Index(None, "school_id", "name"),)


class RoomRead(RowRead, RoomFields):
    """A room as it goes out."""
