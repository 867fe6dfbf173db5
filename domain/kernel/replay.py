"""A repeated request gets the first answer: the key's row is written in the transaction of its effect."""

import hashlib
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlmodel import Field, SQLModel, col

from domain.kernel import clock
from domain.kernel.errors import Conflict, Invalid, Message
from domain.kernel.row import MOMENT
from domain.kernel.session import SchoolSession

KEPT = timedelta(hours=24)
KEY_PATTERN = "^[A-Za-z0-9._~-]{1,255}$"

IN_FLIGHT = Message(
    "idempotency_in_flight",
    "Een verzoek met deze sleutel is nog bezig. Probeer het zo dadelijk opnieuw.",
    "Une requête avec cette clé est encore en cours. Réessayez dans un instant.",
    "A request with this key is still running. Try again in a moment.",
)
OTHER_BODY = Message(
    "idempotency_key_reused",
    "Deze sleutel werd al gebruikt voor een ander verzoek.",
    "Cette clé a déjà servi pour une autre requête.",
    "This key was already used for another request.",
)


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


async def first_answer(session: SchoolSession, attempt: Attempt) -> Answer | None:
    """The answer this key got before, or None: then this transaction holds the key until it ends.

    The session goes on in the language of the answer.

    Raises:
        Conflict: when another transaction holds the key.
        Invalid: when the key was used for another request.
    """
    subject, school = session.principal.subject, session.principal.school_id
    lock = func.hashtextextended(f"{school} {subject} {attempt.key}", 0)
    if not (await session.execute(select(func.pg_try_advisory_xact_lock(lock)))).scalar():
        raise Conflict(IN_FLIGHT)
    row = await session.get(Replay, (school, subject, attempt.key))
    if row is None:
        return None
    if row.created_at < clock.now() - KEPT:
        await session.delete(row)
        await session.flush()
        return None
    if row.fingerprint != attempt.fingerprint:
        raise Invalid(OTHER_BODY)
    session.language = row.language
    return Answer(row.status, row.location, row.body)


def remember(session: SchoolSession, attempt: Attempt, answer: Answer) -> None:
    """Keep the answer with the effect."""
    session.add(
        Replay(
            school_id=session.principal.school_id,
            subject=session.principal.subject,
            **attempt._asdict(),
            **answer._asdict(),
            language=session.language,
            created_at=clock.now(),
        )
    )


async def forget_old(session: SchoolSession) -> None:
    """Answers of more than a day ago."""
    mine = col(Replay.school_id) == session.principal.school_id
    await session.execute(delete(Replay).where(mine, col(Replay.created_at) < clock.now() - KEPT))
