"""A worker's rounds for one school, at a moment at which messages may leave."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from conversations.talks import Talk, proposed, with_both, with_one
from house import House
from messaging.follows import begun, followed
from messaging.test_still import OPEN
from sqlalchemy import select, update
from sqlmodel import col

from api.messenger import Round
from domain.families.models.guardians import Guardian
from domain.kernel import clock
from domain.kernel.settings import Settings
from domain.messaging.actions.sending import Postman
from domain.messaging.actions.taking import BATCH, take
from domain.messaging.actions.writing import Origin
from domain.messaging.channels.ways import ways_out
from domain.messaging.journal import kept_in
from domain.messaging.models import Delivery, Message

PARENTS = ("sara", "omar")


def address(house: House, name: str) -> str:
    return f"{name}-{house.id}@example.org"


def reachable(house: House) -> House:
    """Both parents have mail, and the school is followed."""

    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            for name in PARENTS:
                mine = (col(Guardian.school_id) == house.id, col(Guardian.id) == house.ids[name])
                await session.execute(update(Guardian).where(*mine).values(email=address(house, name)))

    house.run(change())
    return begun(house)


@dataclass
class Office:
    house: House
    journals: Path
    settings: dict[str, Any]
    more_ways: dict[Any, Any] = field(default_factory=dict)
    at_once: int = 4

    def invited(self, guardian: str | None = "sara", **when: str) -> Talk:
        """A talk whose invitations wait; to both parents when none is named."""
        house = self.house
        talk = proposed(house.anna_client, with_one(house, guardian, **when) if guardian else with_both(house, **when))
        followed(house)
        return talk

    def offers(self, *channels: str) -> None:
        self.house.admin_client.made("/v1/communication-options", {"channels": list(channels)})

    @asynccontextmanager
    async def postman(self, database: Any = None) -> AsyncIterator[Postman]:
        async with ways_out(Settings(**self.settings)) as ways:
            with kept_in(self.journals) as journal:
                origin = Origin("school@example.org", "https://school.example.org")
                given = database or self.house.database, {**ways, **self.more_ways}, journal, origin, self.at_once
                yield Postman(*given, asyncio.Event())

    def does(self, deed: Callable[[Postman], Awaitable[Any]], moment: datetime = OPEN) -> Any:
        """What a postman of ours makes of it at that moment."""

        async def go() -> Any:
            with clock.at(moment):
                async with self.postman() as postman:
                    return await deed(postman)

        return self.house.run(go())

    def goes_round(self, moment: datetime = OPEN, times: int = 1) -> None:
        async def go(postman: Postman) -> None:
            for _ in range(times):
                await Round(postman).make()

        self.does(go, moment)

    def sends(self, moment: datetime = OPEN) -> int:
        """A batch, without following what happened since."""
        return self.does(lambda postman: postman.send(self.house.id), moment)  # type: ignore[no-any-return]

    def later(self, **by: float) -> None:
        self.goes_round(OPEN + timedelta(**by))

    @property
    def messages(self) -> list[dict[str, Any]]:
        """As the school sees them, the oldest first."""
        ask = self.house.admin_client.get
        return [ask(f"/v1/messages/{one['id']}").json() for one in ask("/v1/messages").json()["items"][::-1]]

    @property
    def states(self) -> list[str]:
        return sorted(one["state"] for one in self.messages)

    def tried(self) -> list[tuple[str, str, str | None]]:
        """Each way of the only message, in the order in which it was tried."""
        (message,) = self.messages
        return [(one["channel"], one["state"], one["problem"]) for one in message["deliveries"]]

    def rows(self, table: type[Any]) -> list[Any]:
        async def read() -> list[Any]:
            async with self.house.database.working_for(self.house.id) as session:
                return await session.rows(select(table).where(col(table.school_id) == self.house.id))

        return self.house.run(read())  # type: ignore[no-any-return]

    def changes(self, table: type[Any], **values: Any) -> None:
        async def change() -> None:
            async with self.house.database.working_for(self.house.id) as session:
                await session.execute(update(table).where(col(table.school_id) == self.house.id).values(**values))

        self.house.run(change())

    def stopped_in_the_middle(self, worker: str) -> Delivery:
        """As a worker leaves its only message when it ends."""
        self.does(lambda postman: _taken(postman, self.house, worker))
        (delivery,) = self.rows(Delivery)
        (message,) = self.rows(Message)
        assert (delivery.state, delivery.worker, message.state) == ("handing_over", worker, "sending")
        return delivery  # type: ignore[no-any-return]


async def _taken(postman: Postman, house: House, worker: str) -> None:
    async with house.database.working_for(house.id) as session:
        await take(session, worker, postman.origin, BATCH)
