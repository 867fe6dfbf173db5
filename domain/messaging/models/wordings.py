"""A school's own words for a kind of message."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import WORD, Row
from domain.messaging.models.words import MessageKind


class MessageWording(Row, table=True):
    __tablename__ = "message_wordings"
    __table_args__ = (Index("message_wordings_once", "school_id", "kind", unique=True),)

    kind: MessageKind = Field(sa_type=WORD)
    words: dict[str, Any] = Field(sa_type=JSONB)
    """The parts that the school says differently, each a language map; the others stay ours."""
