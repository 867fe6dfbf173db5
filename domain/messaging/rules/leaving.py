"""By which way a message leaves, now that it was decided anew."""

from collections.abc import Sequence
from typing import Any

from domain.messaging.rules.as_decided import decided_columns
from domain.messaging.rules.next_way import next_way
from domain.plans.decision.asked import Reached


def decided_anew(reached: Reached | None, channel: str | None, tried: Sequence[str | None]) -> dict[str, Any]:
    """The columns that change. Who was tried by a way already stays on it for as long as it is one of theirs; a way
    that led nowhere is not taken again."""
    if reached is None:
        return {}
    columns = decided_columns(reached)
    del columns["not_before"]
    ways = [way for way in (reached.channel, *reached.further) if way is not None]
    if not tried:
        return columns
    return columns | {"channel": channel if channel in ways else next_way(ways, tried)}
