"""Families that sign up all at once; some cancel, some come with fewer."""

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import uuid4

import httpx
from activities.rush.school import Rush

CANCELS, SHRINKS = 0.3, 0.2
PATIENCE = 120
"""Attempts of one request; a lost connection counts as one."""


@dataclass
class Crowd:
    """A rush as it goes, and every answer to a sign-up."""

    rush: Rush
    client: httpx.AsyncClient
    tokens: dict[int, str]
    biggest: int
    told: dict[int, dict[str, Any]] = field(default_factory=dict)
    statuses: set[int] = field(default_factory=set)

    async def run(self) -> None:
        await asyncio.gather(*(self.family(number) for number in range(self.rush.families)))

    async def family(self, number: int) -> None:
        choice = Random(number)
        people = choice.randint(1, self.biggest)
        where = f"/v1/activities/{self.rush.activity_id}/sign-ups"
        made = await self.ask(number, "POST", where, {"moment_id": str(self.rush.moment_id), "adults": people})
        self.told[number] = made.json()
        later = choice.random()
        one = f"/v1/activity-sign-ups/{made.json()['id']}"
        if later < CANCELS:
            await self.ask(number, "POST", f"{one}/cancel")
        elif later < CANCELS + SHRINKS and people > 1:
            await self.shrink(number, one)

    async def shrink(self, number: int, one: str) -> None:
        """Until the version is the present one: it may move up meanwhile."""
        stale = 412
        while stale == 412:
            seen = await self.ask(number, "GET", one)
            tag = {"If-Match": seen.headers["etag"]}
            stale = (await self.ask(number, "PATCH", one, {"adults": 1}, tag)).status_code

    async def ask(self, number: int, method: str, url: str, body: Any = None, more: Any = None) -> httpx.Response:
        """Until there is an answer: with the same key, so that nobody is there twice."""
        headers = {"Authorization": f"Bearer {self.tokens[number]}", "Idempotency-Key": str(uuid4())} | (more or {})
        for _ in range(PATIENCE):
            try:
                answer = await self.client.request(method, url, json=body, headers=headers)
            except httpx.TransportError:
                await asyncio.sleep(0.2)
                continue
            if answer.status_code != 503:
                self.statuses.add(answer.status_code)
                return answer
            await asyncio.sleep(0.2)
        raise AssertionError("no answer, however long it waited")
