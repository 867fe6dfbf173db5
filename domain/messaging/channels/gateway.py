"""SMS and WhatsApp, by the HTTP gateway that the operator chose."""

import json

import httpx

from domain.messaging.channels.outward import Reach
from domain.messaging.channels.port import Crossing, Letter, Outcome, failed
from domain.messaging.channels.posting import new_client, post


class Gateway:
    """POSTs `{"to": "+32…", "text": "…", "reference": "…"}`, with the reference as `Idempotency-Key` and the token as
    bearer; any 2xx is taken for sent. One recipient and one text: no attachment, no note (R28)."""

    def __init__(self, url: str, token: str | None, reach: Reach) -> None:
        self._url, self._reach = url, reach
        self._authorized = {"Authorization": f"Bearer {token}"} if token else {}
        self._client: httpx.AsyncClient = new_client()

    async def hand_over(self, letter: Letter, _crossing: Crossing) -> Outcome:
        if not letter.to:
            return failed("no_number")
        reference = str(letter.reference)
        body = json.dumps({"to": letter.to, "text": letter.short, "reference": reference}, ensure_ascii=False)
        headers = {**self._authorized, "Idempotency-Key": reference}
        return await post(self._client, self._url, body, headers, self._reach)

    async def close(self) -> None:
        await self._client.aclose()
