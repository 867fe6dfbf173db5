"""Messages in words, as they stand now: each in its reader's languages, with Dutch."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
    """Nothing when nobody can put it into words: one message must not hold back all the others."""


NO_LINKS: Mapping[UUID, str] = {}


async def put_in_words(
    session: SchoolSession, messages: Sequence[Message], links: Mapping[UUID, str] = NO_LINKS
) -> dict[UUID, InWords]:
    """By the id of the message; what is gone is not there. `links`: where the reader answers. A constant number of
    statements."""
    wordings = await _wordings(session)
    told = {id_: replace(one, link=links.get(id_)) for id_, one in (await facts_of(session, messages)).items()}
    return {
        one.id: InWords(told[one.id], _said(told[one.id], one.languages, wordings))
        for one in messages
        if one.id in told
    }


def _said(facts: MessageFacts, languages: Sequence[str], wordings: Wordings) -> list[Said]:
    try:
        said = [say(facts, language, wordings) for language in [*languages, FIRST]]
    except Exception:  # noqa: BLE001 - whatever is wrong with these words
        return []
    return [*{one.language: one for one in said if one.language != FIRST}.values(), said[-1]]


async def _wordings(session: SchoolSession) -> Wordings:
    of_school = col(MessageWording.school_id) == session.principal.school_id
    return {one.kind: one.words for one in await session.rows(select(MessageWording).where(of_school))}
