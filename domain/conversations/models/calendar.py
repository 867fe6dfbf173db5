"""A conversation as somebody's calendar has it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import SQLModel

from domain.catalogue.models.words import Channel
from domain.conversations.facts import Status
from domain.conversations.models.guide import Edition
from domain.kernel.text import Text


class CalendarRead(SQLModel):
    """When and where, and with whom; no goal, no topic and no reason. A discreet one does not even say what it is."""

    id: UUID
    version: int
    updated_at: datetime
    starts_at: datetime
    ends_at: datetime
    status: Status
    channel: Channel
    room: str | None
    place: str | None
    school: str
    time_zone: str
    edition: Edition
    form: Text
    is_discreet: bool
    student: str
    staff: list[str]
