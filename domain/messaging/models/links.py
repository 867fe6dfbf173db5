"""One-time links: who has no account reads a message and answers it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import MOMENT, Row, reference


class MessageLink(Row, table=True):
    """Only what its secret is known by is kept."""

    __tablename__ = "message_links"
    __table_args__ = (
        Index("message_links_hash", "school_id", "hash", unique=True),
        Index(None, "school_id", "message_id"),
    )

    message_id: UUID = reference("messages", cascade=True)
    hash: str
    expires_at: datetime = Field(sa_type=MOMENT)
    revoked_at: datetime | None = Field(default=None, sa_type=MOMENT)
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)
