"""What surrounds every request, in pure ASGI: its id, its size, its line in the log, its place in the metrics."""

import re
import time
from typing import Any

from prometheus_client import Counter, Histogram
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.log import failure, logger
from api.problem_texts import TOO_LARGE
from api.problems import on_anything, problem_response
from domain.kernel.errors import TooLarge
from domain.kernel.row import new_id

BODY_LIMIT = 1 << 20
FILE_LIMIT = 50 << 20
FILE_PATHS = {"/v1/roster-imports"}
"""Where files come in; their bodies are streamed and only after the caller is known."""

REQUESTS = Counter("samenspraak_requests", "Answers given.", ["method", "route", "status"])
DURATION = Histogram("samenspraak_request_seconds", "Time until the answer started.", ["method", "route"])

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
        limit = FILE_LIMIT if scope["path"] in FILE_PATHS else BODY_LIMIT

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
                await self.app(scope, _counting(receive, limit), sending)
        except Exception as exc:  # noqa: BLE001 - the server would log its message, which may hold what people sent
            if status:
                failure(exc)
                raise ConnectionAbortedError("an answer broke off") from None
            await on_anything(Request(scope), exc)(scope, receive, sending)
        finally:
            _account(scope, status, seconds, request_id)


def _added(request_id: str, state: dict[str, Any], scope: Scope) -> list[tuple[bytes, bytes]]:
    added = [(b"x-request-id", request_id.encode()), (b"x-content-type-options", b"nosniff")]
    if left := state.get("rate_limit"):
        policy = scope["app"].state.limits.policy
        added += [(b"ratelimit-policy", policy.encode()), (b"ratelimit", left.encode())]
    return added


def _counting(receive: Receive, limit: int) -> Receive:
    """A body whose length was not told is measured as it comes."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge(TOO_LARGE, limit=limit)
        return message

    return counted


def _account(scope: Scope, status: int, seconds: float, request_id: str) -> None:
    """The route's template stands for the path: a path holds ids, and a query can hold names."""
    route = getattr(scope.get("route"), "path", "unknown")
    REQUESTS.labels(scope["method"], route, status).inc()
    DURATION.labels(scope["method"], route).observe(seconds)
    milliseconds = round(seconds * 1000, 1)
    logger.info("request", method=scope["method"], route=route, status=status, ms=milliseconds, request_id=request_id)
