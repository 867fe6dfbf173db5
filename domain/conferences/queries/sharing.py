"""Keeping a round as it is while a talk of it is booked or changed: publishing waits for that, and that for publishing.

It is asked for before anything else is locked, so that the two do not wait for each other.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.kernel.session import SchoolSession


async def share_round(session: SchoolSession, round_id: UUID) -> None:
    """Others may share it too; who publishes has it alone."""
    await _share(session, round_id)


async def share_round_of(session: SchoolSession, table: type[Any], row_id: UUID) -> None:
    """The same for the round of a booking or a hold, of which there may be none."""
    here = (col(table.school_id) == session.principal.school_id, col(table.id) == row_id)
    await _share(session, select(col(table.round_id)).where(*here).scalar_subquery())


async def _share(session: SchoolSession, round_id: Any) -> None:
    this = (col(ConferenceRound.school_id) == session.principal.school_id, col(ConferenceRound.id) == round_id)
    await session.execute(select(col(ConferenceRound.id)).where(*this).with_for_update(read=True))
