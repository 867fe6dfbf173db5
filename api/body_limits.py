"""How much a request may send."""

from starlette.types import Message, Receive

from api.problem_texts import TOO_LARGE
from domain.kernel.errors import TooLarge

BODY_LIMIT = 1 << 20
LARGER = {"/v1/roster-imports": 50 << 20, "/v1/planner/solve": 16 << 20}
"""Where more comes in: files, which are streamed; and problems to plan. Both only after the caller is known."""


def counting(receive: Receive, limit: int) -> Receive:
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
