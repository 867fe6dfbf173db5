"""Claiming time, and letting go of it.

Cells are inserted in sorted order, so that writers who want the same cells wait for each other and do not deadlock (an
exclusion constraint does, see the tests).
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, text
from sqlmodel import col

from domain.kernel.claims import Claim, Claimed
from domain.kernel.errors import Conflict, Detail
from domain.kernel.resources import TAKEN, TAKEN_BY_KIND
from domain.kernel.session import SchoolSession

_CLAIM = text("""
    INSERT INTO claims (school_id, resource_id, cell, kind, holder_id)
    SELECT :school_id, wanted.resource_id, wanted.cell, wanted.kind, :holder_id
    FROM unnest(CAST(:resources AS uuid[]), CAST(:cells AS int[]), CAST(:kinds AS text[]))
         AS wanted (resource_id, cell, kind)
    ORDER BY 2, 3
    ON CONFLICT DO NOTHING
    RETURNING resource_id, cell
""")


async def claim(session: SchoolSession, holder_id: UUID, claimed: Sequence[Claimed]) -> None:
    """Take all of it for this holder.

    Raises:
        Conflict: when another holder has a cell; it names the kind of resource and never the other meeting.
    """
    wanted = {(item.resource_id, cell): item.kind for item in claimed for cell in item.cells()}
    cells = sorted(wanted)
    parameters = {
        "school_id": session.principal.school_id,
        "holder_id": holder_id,
        "resources": [resource for resource, _ in cells],
        "cells": [cell for _, cell in cells],
        "kinds": [str(wanted[cell]) for cell in cells],
    }
    got = {(resource, cell) for resource, cell in await session.execute(_CLAIM, parameters)}
    taken = {kind for cell, kind in wanted.items() if cell not in got}
    if taken:
        raise Conflict(TAKEN, *(Detail("", TAKEN_BY_KIND[kind]) for kind in sorted(taken)))


async def release(session: SchoolSession, holder_id: UUID) -> None:
    """Let go of everything this holder has."""
    mine = (col(Claim.school_id) == session.principal.school_id, col(Claim.holder_id) == holder_id)
    await session.execute(delete(Claim).where(*mine))
