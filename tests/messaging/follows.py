"""Following the events of a house, and the messages that came of it."""

import asyncio
import time
from typing import Any

from house import House
from sqlalchemy import select
from sqlmodel import col

from domain.kernel.events import Event
from domain.messaging.actions.beginning import settings_of
from domain.messaging.actions.following import follow
from domain.messaging.models.messages import Message
from domain.messaging.models.settings import Messaging


def begun(house: House) -> House:
    """Its events are followed from now on."""
    house.run(_begin(house))
    return house


async def _begin(house: House) -> None:
    async with house.database.working_for(house.id) as session:
        await settings_of(session)


def followed(house: House, limit: int = 500) -> list[Message]:
    """All messages that are there once every event was followed, in the order in which they were made."""
    house.run(_follow(house, limit))
    return house.run(_messages(house))  # type: ignore[no-any-return]


async def _follow(house: House, limit: int) -> None:
    """Events of finished transactions only, so this waits for older ones of the whole server."""
    deadline = time.monotonic() + 30
    while await _unread(house):
        assert time.monotonic() < deadline
        async with house.database.working_for(house.id) as session:
            await follow(session, limit)
        await asyncio.sleep(0.01)


async def _unread(house: House) -> bool:
    async with house.database.working_for(house.id) as session:
        at = (await session.rows(select(Messaging).where(col(Messaging.school_id) == house.id)))[0]
        last = select(Event).where(col(Event.school_id) == house.id)
        events = await session.rows(last)
    place = (at.followed_transaction, at.followed_sequence)
    return any((one.transaction_id or 0, one.sequence or 0) > place for one in events)


async def _messages(house: House) -> list[Message]:
    async with house.database.working_for(house.id) as session:
        return await session.rows(select(Message).where(col(Message.school_id) == house.id).order_by(col(Message.id)))


def say(house: House, **values: Any) -> None:
    """As if everything that waits had been said (or whatever `values` say)."""

    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            for one in await session.rows(select(Message).where(col(Message.state) == "waiting")):
                for name, value in ({"state": "sent"} | values).items():
                    setattr(one, name, value)

    house.run(change())


def told(house: House, messages: list[Message], state: str = "waiting") -> list[tuple[str, str]]:
    """Kinds and names of the people, of messages in this state."""
    names = {id_: name for name, id_ in house.ids.items()}
    return sorted((str(one.kind), names[one.guardian_id or one.student_id]) for one in messages if one.state == state)


def put(house: House, *rows: Any, **values: Any) -> None:
    """More rows; and these values in the settings of its messages."""

    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(rows)
            settings = await settings_of(session)
            for name, value in values.items():
                setattr(settings, name, value)

    house.run(change())
