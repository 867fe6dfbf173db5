"""A school's messages go out, batch by batch: taken in one transaction, handed over, settled in another."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from domain.kernel.database import Database
from domain.messaging.actions.settling import settle
from domain.messaging.actions.taking import take
from domain.messaging.actions.writing import Origin
from domain.messaging.channels.port import Answer, Letter, Outcome, failed
from domain.messaging.channels.ways import Ways
from domain.messaging.journal import Journal


@dataclass(frozen=True, slots=True)
class Postman:
    """Who carries messages: one in each worker."""

    database: Database
    ways: Ways
    journal: Journal
    origin: Origin
    at_once: int
    stopping: asyncio.Event

    async def send(self, school_id: UUID) -> int:
        """One batch of a school; how many messages were looked at. After being told to stop it begins no other."""
        async with self.database.working_for(school_id) as session:
            looked_at, letters = await take(session, self.journal.name, self.origin)
        if letters:
            outcomes = await self._hand_over(letters)
            async with self.database.working_for(school_id) as session:
                await settle(session, self.journal.name, outcomes)
        return looked_at

    async def _hand_over(self, letters: Sequence[Letter]) -> dict[UUID, Outcome | None]:
        waiting = iter(letters)
        outcomes: dict[UUID, Outcome | None] = dict.fromkeys(letter.reference for letter in letters)

        async def carry() -> None:
            for letter in waiting:
                if not self.stopping.is_set():
                    outcomes[letter.reference] = await self._carry(letter)

        await asyncio.gather(*(carry() for _ in range(self.at_once)))
        return outcomes

    async def _carry(self, letter: Letter) -> Outcome:
        way = self.ways.get(letter.channel)
        if way is None:
            return failed("not_offered")
        outcome = await way.hand_over(letter, partial(self.journal.about_to, letter.reference))
        if outcome.confirmed:
            self.journal.answered(letter.reference, sent=outcome.answer is Answer.SENT)
        return outcome
