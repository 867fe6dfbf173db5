"""What messages tell, fetched for a batch in a constant number of statements."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import TextClause
from sqlmodel import col, select

from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind, MessageState
from domain.messaging.queries.fact_statements import AGREEMENTS, PEOPLE, ROUNDS, TALKS
from domain.messaging.queries.gathering_statements import ACTIVITIES, IDEAS, VISITS
from domain.messaging.wording.facts import MessageFacts

_FACTS = TypeAdapter(MessageFacts)
_NEEDS = {"conversations": "talks", "activities": "activity", "activity-ideas": "idea", "home-visits": "visit"}
"""Without which a message about such a thing says nothing."""


async def facts_of(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, MessageFacts]:
    """The facts by the id of the message, each with only what its reader may see. What is gone is not there.

    The messages need not be kept: a preview has facts too. Eight statements, however many messages.
    """
    parts = await _parts(session, messages)
    everything = [*messages, *parts]
    told: dict[UUID, dict[str, Any]] = {}
    for statement in (PEOPLE, TALKS, AGREEMENTS, ROUNDS, ACTIVITIES, IDEAS, VISITS):
        for message_id, part in await _asked(session, statement, everything):
            told.setdefault(message_id, {}).update(part)
    there = [one for one in everything if _can_be_told(one, told.get(one.id, {}))]
    facts = {one.id: _FACTS.validate_python({**_of_message(one), **told[one.id]}) for one in there}
    return {one.id: _whole(one, facts, parts) for one in messages if one.id in facts}


async def _parts(session: SchoolSession, messages: Sequence[Message]) -> list[Message]:
    """What digests gather, less what was overtaken."""
    digests = [one.id for one in messages if one.kind == MessageKind.DIGEST]
    here = (col(Message.school_id) == session.principal.school_id, col(Message.state) == MessageState.IN_DIGEST)
    return await session.rows(
        select(Message).where(*here, col(Message.digest_id).in_(digests)).order_by(col(Message.id))
    )


async def _asked(
    session: SchoolSession, statement: TextClause, messages: Sequence[Message]
) -> list[tuple[UUID, dict[str, Any]]]:
    asked = json.dumps([one.model_dump(mode="json", include=_ASKED, warnings=False) for one in messages])
    given = {"asked": asked, "school_id": session.principal.school_id, "platform": PLATFORM}
    found = await session.execute(statement, given)
    return [(message_id, json.loads(facts)) for message_id, facts in found]


_ASKED = {"id", "kind", "resource", "resource_id", "student_id", "guardian_id", "sender_id", "told"}


def _whole(message: Message, facts: Mapping[UUID, MessageFacts], parts: Iterable[Message]) -> MessageFacts:
    """A digest with what it gathers."""
    gathered = (facts[part.id] for part in parts if part.digest_id == message.id and part.id in facts)
    return replace(facts[message.id], parts=tuple(gathered))


def _of_message(message: Message) -> dict[str, Any]:
    return {"message_id": message.id, "kind": message.kind, "party": message.party, "channel": message.channel}


def _can_be_told(message: Message, told: dict[str, Any]) -> bool:
    """Its reader is there, and what it is about."""
    return "recipient" in told and (message.resource not in _NEEDS or _NEEDS[message.resource] in told)
