"""A repeated request gets the first answer: the key's row is written in the transaction of its effect."""

import hashlib
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Field, SQLModel, col

from domain.kernel import clock
from domain.kernel.row import MOMENT
from domain.kernel.session import SchoolSession

KEPT = timedelta(hours=24)
KEY_PATTERN = "^[A-Za-z0-9._~-]{1,255}$"


class Replay(SQLModel, table=True):
    """The first answer to a key of a subject. It may hold personal data, so it lives a day (see `privacy`)."""

    __tablename__ = "replays"

    school_id: UUID = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    fingerprint: str
    status: int
    location: str | None = None
    body: str
    language: str
    created_at: datetime = Field(sa_type=MOMENT, index=True)


class Answer(NamedTuple):
    """What went out: the HTTP status, where the object stands, and the JSON document."""

    status: int
    location: str | None
    body: str


class Attempt(NamedTuple):
    """A request under a key."""

    key: str
    fingerprint: str


def fingerprint(method: str, path: str, body: bytes) -> str:
    """What makes two requests the same."""
    return hashlib.sha256(b"\n".join([method.encode(), path.encode(), body])).hexdigest()


async def forget_old(session: SchoolSession) -> None:
    """Answers of more than a day ago."""
    mine = col(Replay.school_id) == session.principal.school_id
    await session.execute(delete(Replay).where(mine, col(Replay.created_at) < clock.now() - KEPT))


async def forget_answers_about(session: SchoolSession, row_id: UUID) -> None:
    """Answers that tell of an object that is erased: what is gone must not come out again."""
    mine = col(Replay.school_id) == session.principal.school_id
    await session.execute(delete(Replay).where(mine, col(Replay.body).contains(str(row_id))))
