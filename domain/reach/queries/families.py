"""The families that a question is about, with what is known of each."""

from typing import Any

from domain.kernel.session import SchoolSession
from domain.reach.queries.asked import Asked
from domain.reach.queries.facts import FACTS
from domain.reach.rules.groups import Family


async def known(session: SchoolSession, asked: Asked) -> list[tuple[Any, Family]]:
    """The rows as they came, by name, each beside what the rules ask of it."""
    rows = await session.execute(FACTS, asked.parameters(session))
    return [(row, _family(row)) for row in rows]


def _family(row: Any) -> Family:
    return Family(
        student_id=row.student_id,
        level=row.level,
        language=row.language,
        classes=[(one[0], one[1]) for one in row.classes],
        met=frozenset(row.kinds),
        last_met_on=row.last_met_on,
        invited=row.invited,
        answered=row.answered,
    )
