"""What surrounds every request, in pure ASGI: its id, its size, its line in the log, its place in the metrics."""

import re
import time
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.body_limits import BODY_LIMIT, LARGER, counting
from api.database_problems import on_anything
from api.log import failure
from api.metrics import account
from api.problem_document import problem_response
from api.problem_texts import TOO_LARGE
from domain.kernel.row import new_id

_GOOD_ID = re.compile(rb"^[A-Za-z0-9._-]{8,64}$")


class Edge:
    """The outermost layer; adds no task and buffers nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        request_id = given.decode() if _GOOD_ID.match(given) else str(new_id())
        state: dict[str, Any] = scope.setdefault("state", {})
        state["request_id"] = request_id
        started, status, seconds = time.perf_counter(), 0, 0.0
        limit = LARGER.get(scope["path"], BODY_LIMIT)

        async def sending(message: Message) -> None:
            nonlocal status, seconds
            if message["type"] == "http.response.start":
                status, seconds = message["status"], time.perf_counter() - started
                message["headers"] = [*message["headers"], *_added(request_id, state, scope)]
            await send(message)

        try:
            if int(headers.get(b"content-length", b"0") or 0) > limit:
                refusal = problem_response(Request(scope), 413, TOO_LARGE, data={"limit": limit})
                await refusal(scope, receive, sending)
            else:
                await self.app(scope, counting(receive, limit), sending)
        except Exception as exc:  # noqa: BLE001 - the server would log its message, which may hold what people sent
            if status:
                failure(exc)
                raise ConnectionAbortedError("an answer broke off") from None
            await on_anything(Request(scope), exc)(scope, receive, sending)
        finally:
            account(scope, status, seconds, request_id)


def _added(request_id: str, state: dict[str, Any], scope: Scope) -> list[tuple[bytes, bytes]]:
    added = [(b"x-request-id", request_id.encode()), (b"x-content-type-options", b"nosniff")]
    if left := state.get("rate_limit"):
        policy = scope["app"].state.limits.policy
        added += [(b"ratelimit-policy", policy.encode()), (b"ratelimit", left.encode())]
    return added
