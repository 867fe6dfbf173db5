"""Keeping a school's own words."""

from typing import Any

from sqlmodel import col, select

from domain.kernel.errors import NOT_FOUND, STALE, NotFound, Stale
from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.messaging.models.wording_fields import MessageWordingFields, MessageWordingRead
from domain.messaging.models.wordings import MessageWording
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.wording import KNOWN, check_wording
from domain.messaging.wording.templates import templates_of


async def wording_of(session: SchoolSession, kind: MessageKind) -> MessageWordingRead:
    """The words that are used now: theirs over ours."""
    row = await _kept(session, kind)
    own: dict[str, Any] = row.words if row else {}
    placeholders = {part: sorted(names) for part, names in KNOWN.items()}
    about = {"kind": kind, "version": row.version if row else 0, "own": [*own], "placeholders": placeholders}
    return MessageWordingRead.model_validate({**templates_of(kind), **own, **about})


async def keep_wording(session: SchoolSession, kind: MessageKind, fields: MessageWordingFields, version: int) -> None:
    """In place of what the school said before.

    Raises:
        Invalid: when the words would not serve. Stale: when somebody else reworded it meanwhile.
    """
    check_wording(kind, fields.words())
    row = await _kept(session, kind)
    if (row.version if row else 0) != version:
        raise Stale(STALE)
    if row is None:
        row = MessageWording(school_id=session.principal.school_id, kind=kind, words={})
        session.add(row)
    row.words = fields.words()
    record(session, "message_wording.changed", "message-wordings", row.id)
    await session.flush()
    await session.refresh(row)


async def drop_wording(session: SchoolSession, kind: MessageKind, version: int) -> None:
    """Ours again.

    Raises:
        NotFound: when the school has no words of its own. Stale: as above.
    """
    row = await _kept(session, kind)
    if row is None:
        raise NotFound(NOT_FOUND)
    if row.version != version:
        raise Stale(STALE)
    await session.delete(row)
    record(session, "message_wording.deleted", "message-wordings", row.id)


async def _kept(session: SchoolSession, kind: MessageKind) -> MessageWording | None:
    mine = (col(MessageWording.school_id) == session.principal.school_id, col(MessageWording.kind) == kind)
    return await session.find_row(select(MessageWording).where(*mine))
