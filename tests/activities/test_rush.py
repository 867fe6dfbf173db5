"""Many at once, in small: the lock on the moment keeps them apart."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from activities.rush.families import Crowd
from activities.rush.judge import judged
from activities.rush.school import rush
from fastapi import FastAPI


@pytest.mark.parametrize("biggest", [1, 4])
def test_more_families_than_places(app: FastAPI, run: Callable[[Any], Any], database_url: str, biggest: int) -> None:
    made = asyncio.run(rush(database_url, 16, 6))
    tokens = {number: app.state.issuer.token(made.subject(number), seconds=600) for number in range(made.families)}

    async def race() -> Crowd:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            crowd = Crowd(made, client, tokens, biggest)
            await crowd.run()
            return crowd

    assert judged(database_url, run(race()))["signed_up"] >= 1
