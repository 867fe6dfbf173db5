"""Claiming time, and letting go of it.

Cells are inserted in sorted order, so that writers who want the same cells wait for each other and do not deadlock (an
exclusion constraint does, see the tests).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, text
from sqlmodel import col

from domain.kernel.claims import Claim, Claimed
from domain.kernel.errors import Conflict, Detail
from domain.kernel.resources import TAKEN, TAKEN_BY_KIND
from domain.kernel.session import SchoolSession

_CLAIM = text("""
    INSERT INTO claims (school_id, resource_id, cell, kind, holder_id)
    SELECT :school_id, wanted.resource_id, wanted.cell, wanted.kind, wanted.holder_id
    FROM unnest(CAST(:resources AS uuid[]), CAST(:cells AS int[]), CAST(:kinds AS text[]),
                CAST(:holders AS uuid[])) AS wanted (resource_id, cell, kind, holder_id)
    ORDER BY 2, 3
    ON CONFLICT DO NOTHING
    RETURNING resource_id, cell, holder_id
""")


async def claim(session: SchoolSession, holder_id: UUID, claimed: Sequence[Claimed]) -> None:
    """Take all of it for this holder.

    Raises:
        Conflict: when another holder has a cell; it names the kind of resource and never the other meeting.
    """
    await claim_together(session, {holder_id: claimed})


async def claim_together(session: SchoolSession, by_holder: Mapping[UUID, Sequence[Claimed]]) -> None:
    """Take all of it for each holder, or nothing at all. In one go, since cells are taken in order.

    Raises:
        Conflict: as `claim`; also when two of the holders want the same cell.
    """
    wanted = {
        (item.resource_id, cell, holder): item.kind
        for holder, claimed in by_holder.items()
        for item in claimed
        for cell in item.cells()
    }
    rows = sorted(wanted)
    parameters = {
        "school_id": session.principal.school_id,
        "resources": [resource for resource, _, _ in rows],
        "cells": [cell for _, cell, _ in rows],
        "holders": [holder for _, _, holder in rows],
        "kinds": [str(wanted[row]) for row in rows],
    }
    got = {tuple(row) for row in await session.execute(_CLAIM, parameters)}
    taken = {kind for row, kind in wanted.items() if row not in got}
    if taken:
        raise Conflict(TAKEN, *(Detail("", TAKEN_BY_KIND[kind]) for kind in sorted(taken)))


async def release(session: SchoolSession, *holder_ids: UUID) -> None:
    """Let go of everything these holders have."""
    theirs = (col(Claim.school_id) == session.principal.school_id, col(Claim.holder_id).in_(holder_ids))
    await session.execute(delete(Claim).where(*theirs))


async def keep_only(session: SchoolSession, holder_id: UUID, claimed: Sequence[Claimed]) -> None:
    """Let go of what this holder has of others than these."""
    theirs = (col(Claim.school_id) == session.principal.school_id, col(Claim.holder_id) == holder_id)
    others = col(Claim.resource_id).not_in({item.resource_id for item in claimed})
    await session.execute(delete(Claim).where(*theirs, others))
