"""Laying two schedules of one round side by side."""

from typing import Any
from uuid import UUID

from domain.conferences.models.schedules import Schedule
from domain.conferences.queries.comparing import compared
from domain.conferences.queries.schedules import plans_rounds
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.session import SchoolSession


async def compare(session: SchoolSession, here: UUID, there: UUID | None) -> dict[str, Any]:
    """
    Raises:
        NotFound: as everywhere. Invalid: `unknown_reference` when the other is none of the same round.
    """
    one = await session.get_row(Schedule, here, plans_rounds(session.viewer))
    other = await session.get(Schedule, (one.school_id, there or one.based_on_id))
    if other is None or other.round_id != one.round_id:
        raise Invalid(DOES_NOT_EXIST, Detail("?with", DOES_NOT_EXIST))
    figures = {"figures": one.figures.get("summary"), "other_figures": other.figures.get("summary")}
    return figures | await compared(session, one.id, other.id)
