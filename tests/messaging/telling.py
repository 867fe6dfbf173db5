"""Messages to tell, kept nowhere: their facts and their words."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from house import House
from sqlalchemy import event

from domain.kernel.row import new_id
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.facts import facts_of
from domain.messaging.wording.facts import MessageFacts
from domain.plans.models.words import Party


def message(house: House, kind: MessageKind, about: str, to: str | None = "sara", **more: Any) -> Message:
    """About an object of the API, for a guardian of Lina, or for Lina herself."""
    resource, _, resource_id = about.partition("/")
    given: dict[str, Any] = {
        "student_id": house.ids["student"],
        "guardian_id": house.ids[to] if to else None,
        "party": Party.GUARDIAN if to else Party.STUDENT,
        "told": {},
        "sender_id": house.ids["anna"],
    }
    ids = {"id": new_id(), "school_id": house.id, "resource": resource, "resource_id": UUID(resource_id)}
    return Message(kind=kind, **ids, **given | more)


def told(house: House, messages: Iterable[Message]) -> list[MessageFacts | None]:
    """The facts of each, in order; None when there is nothing to tell."""
    asked = list(messages)

    async def ask() -> dict[UUID, MessageFacts]:
        async with house.database.working_for(house.id) as session:
            return await facts_of(session, asked)

    found = house.run(ask())
    return [found.get(one.id) for one in asked]


def statements_for(house: House, messages: list[Message]) -> int:
    """How many statements the facts of a batch take."""
    sent = []

    def count(*given: Any) -> None:
        sent.append(given[2])

    engine = house.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        told(house, messages)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(sent)
