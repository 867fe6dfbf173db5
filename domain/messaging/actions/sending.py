"""A school's messages go out, batch by batch: taken in one transaction, handed over, settled in another."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from domain.kernel.database import Database
from domain.messaging.actions.settling import settle
from domain.messaging.actions.taking import BATCH, set_aside, take
from domain.messaging.actions.writing import Origin
from domain.messaging.channels.port import NO_CONNECTION, Answer, Crossing, Letter, Outcome, failed, later, unanswered
from domain.messaging.channels.ways import Ways
from domain.messaging.journal import Journal
from domain.plans.models.contact_words import ContactChannel


@dataclass(frozen=True, slots=True)
class Postman:
    """Who carries messages: one in each worker."""

    database: Database
    ways: Ways
    journal: Journal
    origin: Origin
    at_once: int
    stopping: asyncio.Event

    async def send(self, school_id: UUID, most: int = BATCH) -> int:
        """One batch of a school; how many messages were looked at. After being told to stop it begins no other."""
        async with self.database.working_for(school_id) as session:
            looked_at, letters = await take(session, self.journal.name, self.origin, most)
        if letters:
            outcomes = await self._hand_over(letters)
            async with self.database.working_for(school_id) as session:
                await settle(session, self.journal.name, outcomes)
        return looked_at

    async def send_one(self, school_id: UUID) -> int:
        """The oldest by itself, after a batch that broke; it waits when it is the one that breaks.

        Raises:
            Exception: what is wrong with it.
        """
        try:
            return await self.send(school_id, 1)
        except Exception:
            async with self.database.working_for(school_id) as session:
                await set_aside(session)
            raise

    async def _hand_over(self, letters: Sequence[Letter]) -> dict[UUID, Outcome | None]:
        """A way on which nobody answers is left alone for the rest of the batch: other schools wait behind it."""
        waiting, silent = iter(letters), set[ContactChannel]()
        outcomes: dict[UUID, Outcome | None] = dict.fromkeys(letter.reference for letter in letters)

        async def carry() -> None:
            for letter in waiting:
                if self.stopping.is_set():
                    return
                outcome = later(NO_CONNECTION) if letter.channel in silent else await self._carry(letter)
                if outcome.problem == NO_CONNECTION:
                    silent.add(letter.channel)
                outcomes[letter.reference] = outcome

        await asyncio.gather(*(carry() for _ in range(self.at_once)))
        return outcomes

    async def _carry(self, letter: Letter) -> Outcome:
        way = self.ways.get(letter.channel)
        if way is None:
            return failed("not_offered")
        crossing = Crossing(partial(self.journal.about_to, letter.reference))
        try:
            outcome = await way.hand_over(letter, crossing)
        except Exception:  # noqa: BLE001 - whatever broke: one letter must not hold back all the others
            return unanswered("broken", crossing)
        if outcome.confirmed:
            with suppress(OSError):  # a full disk takes nothing away from what we know
                self.journal.answered(letter.reference, sent=outcome.answer is Answer.SENT)
        return outcome
