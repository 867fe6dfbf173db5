"""No double booking: a claim on every five-minute cell that a meeting takes of a person or a room.

The primary key of `claims` is what refuses a second claim. Cells are inserted in sorted order, so that writers who
want the same cells wait for each other and do not deadlock (an exclusion constraint does, see the tests).
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Integer, delete, text
from sqlmodel import Field, SQLModel, col

from domain.kernel.errors import Conflict, Detail, Message
from domain.kernel.row import WORD
from domain.kernel.session import SchoolSession

CELL_SECONDS = 300

TAKEN = Message(
    "double_booking",
    "Op dat moment is iemand of iets al bezet.",
    "À ce moment-là, quelqu'un ou quelque chose est déjà pris.",
    "Somebody or something is already taken at that time.",
)


class ResourceKind(StrEnum):
    """What can be claimed."""

    TEACHER = "teacher"
    HOUSEHOLD = "household"
    STUDENT = "student"
    INTERPRETER = "interpreter"
    ROOM = "room"


TAKEN_BY_KIND = {
    ResourceKind.TEACHER: Message(
        "teacher_taken",
        "De leerkracht is dan bezet.",
        "L'enseignant n'est pas libre à ce moment-là.",
        "The teacher is not free then.",
    ),
    ResourceKind.HOUSEHOLD: Message(
        "household_taken",
        "Dit gezin heeft dan al een gesprek.",
        "Cette famille a déjà un entretien à ce moment-là.",
        "This family already has a conversation then.",
    ),
    ResourceKind.STUDENT: Message(
        "student_taken",
        "De leerling heeft dan al een gesprek.",
        "L'élève a déjà un entretien à ce moment-là.",
        "The student already has a conversation then.",
    ),
    ResourceKind.INTERPRETER: Message(
        "interpreter_taken",
        "De tolk is dan bezet.",
        "L'interprète n'est pas libre à ce moment-là.",
        "The interpreter is not free then.",
    ),
    ResourceKind.ROOM: Message(
        "room_taken",
        "Het lokaal is dan bezet.",
        "Le local est déjà occupé à ce moment-là.",
        "The room is taken then.",
    ),
}


class Claimed(NamedTuple):
    """A resource and the half open interval it is taken for."""

    kind: ResourceKind
    resource_id: UUID
    starts_at: datetime
    ends_at: datetime

    def cells(self) -> range:
        """Numbers of the five-minute cells since 1970 that the interval touches."""
        first = int(self.starts_at.timestamp()) // CELL_SECONDS
        last = -(-int(self.ends_at.timestamp()) // CELL_SECONDS)
        return range(first, last)


class Claim(SQLModel, table=True):
    __tablename__ = "claims"

    school_id: UUID = Field(primary_key=True)
    resource_id: UUID = Field(primary_key=True)
    cell: int = Field(primary_key=True, sa_type=Integer)
    kind: ResourceKind = Field(sa_type=WORD)
    holder_id: UUID = Field(index=True, description="The conversation, booking or hold that takes it.")


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
