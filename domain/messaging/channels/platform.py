"""The school's own platform, by a signed webhook (Standard Webhooks)."""

import json

import httpx
from standardwebhooks import Webhook

from domain.kernel import clock
from domain.messaging.channels.outward import Reach
from domain.messaging.channels.port import Crossing, Letter, Outcome, failed
from domain.messaging.channels.posting import new_client, post


class SchoolPlatform:
    """`webhook-id` is the id of the delivery, the same at every try; the school's secret signs."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._client: httpx.AsyncClient = new_client()

    async def hand_over(self, letter: Letter, _crossing: Crossing) -> Outcome:
        platform, reference, now = letter.platform, str(letter.reference), clock.now()
        if platform is None or not platform.secret:
            return failed("no_platform")
        document = {"type": "message", "timestamp": now.isoformat(), "data": platform.content}
        body = json.dumps(document, ensure_ascii=False)
        signed = {
            "webhook-id": reference,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(platform.secret).sign(reference, now, body),
        }
        return await post(self._client, platform.url, body, signed, self._reach)

    async def close(self) -> None:
        await self._client.aclose()
