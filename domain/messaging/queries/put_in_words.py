"""Messages in words, as they stand now: each in its reader's languages, with Dutch."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.kernel.text import FIRST
from domain.messaging.models.messages import Message
from domain.messaging.models.wordings import MessageWording
from domain.messaging.queries.facts import facts_of
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.saying import Said, Wordings, say


class InWords(NamedTuple):
    """What a message tells, and how: the reader's best language first, Dutch last."""

    facts: MessageFacts
    said: list[Said]


async def put_in_words(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, InWords]:
    """By the id of the message; what is gone is not there. A constant number of statements."""
    wordings = await _wordings(session)
    facts = await facts_of(session, messages)
    return {
        one.id: InWords(facts[one.id], _said(facts[one.id], one.languages, wordings))
        for one in messages
        if one.id in facts
    }


def _said(facts: MessageFacts, languages: Sequence[str], wordings: Wordings) -> list[Said]:
    said = [say(facts, language, wordings) for language in [*languages, FIRST]]
    return list({one.language: one for one in said if one.language != FIRST}.values()) + [said[-1]]


async def _wordings(session: SchoolSession) -> Wordings:
    of_school = col(MessageWording.school_id) == session.principal.school_id
    return {one.kind: one.words for one in await session.rows(select(MessageWording).where(of_school))}
