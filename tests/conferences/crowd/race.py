"""Families that all want a time at once: each takes what is near when it is refused, until there is nothing left."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any
from uuid import uuid4

import httpx
from conferences.crowd.school import Crowd

PATIENCE = 120
"""Attempts of one family; a lost connection counts as one."""


@dataclass
class Outcome:
    """What came of a race."""

    booked: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Family -> the booking that was acknowledged."""
    refused: dict[int, str] = field(default_factory=dict)
    """Family -> the code of its last refusal."""
    answers: list[tuple[int, str]] = field(default_factory=list)
    """Status and code of every answer."""
    seconds: list[float] = field(default_factory=list)
    cpu: float = 0
    """Seconds of both workers; says nothing when one was killed."""
    lost: int = 0
    """Connections that broke off without an answer."""

    @property
    def slots(self) -> list[tuple[str, datetime]]:
        """What was acknowledged."""
        return [(one["staff"], datetime.fromisoformat(one["starts_at"])) for one in self.booked.values()]

    def percentile(self, part: float) -> float:
        return sorted(self.seconds)[int(part * (len(self.seconds) - 1))]


@dataclass
class Race:
    """A crowd before the doors."""

    crowd: Crowd
    client: httpx.AsyncClient
    tokens: dict[int, str]
    outcome: Outcome = field(default_factory=Outcome)

    async def run(self) -> Outcome:
        await asyncio.gather(*(self.family(number) for number in range(self.crowd.families)))
        return self.outcome

    async def family(self, number: int) -> None:
        """First what it likes best, then what is said to be near."""
        choice = Random(number)
        wanted = [choice.choice(self.crowd.times).isoformat()]
        while wanted:
            answer = await self.book(number, choice.choice(wanted), str(uuid4()))
            if answer.status_code == 201:
                [made] = answer.json()["items"]
                self.outcome.booked[number] = made | {"staff": self.crowd.teacher(number)}
                return
            refusal = answer.json()
            self.outcome.refused[number] = refusal["code"]
            wanted = [one["starts_at"] for one in refusal.get("alternatives", [])]

    async def book(self, number: int, starts_at: str, key: str) -> httpx.Response:
        """Until there is an answer: with the same key, so that nothing is booked twice."""
        body = {"talks": [{"staff_ids": [self.crowd.teacher(number)], "starts_at": starts_at}]}
        headers = {"Authorization": f"Bearer {self.tokens[number]}", "Idempotency-Key": key}
        for _ in range(PATIENCE):
            started = time.perf_counter()
            try:
                answer = await self.client.post(
                    f"/v1/conference-rounds/{self.crowd.round_id}/bookings", json=body, headers=headers
                )
            except httpx.TransportError:
                self.outcome.lost += 1
                await asyncio.sleep(0.2)
                continue
            self.outcome.seconds.append(time.perf_counter() - started)
            self.outcome.answers.append((answer.status_code, "" if answer.is_success else answer.json()["code"]))
            if answer.status_code != 503:
                return answer
            await asyncio.sleep(0.2)
        raise AssertionError("no answer, however long it waited")
