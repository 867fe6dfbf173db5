"""Places on the waiting list, as their family sees them."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col

from domain.conferences.models.holds import Hold
from domain.conferences.models.waits import Wait, WaitRead, WaitStatus
from domain.conferences.queries.own_family import sees_of_family
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, looked_up


def of_offer(column: Any) -> ColumnElement[Any]:
    """Of the time that is kept for a place, while it is."""
    return looked_up(column, col(Hold.school_id) == col(Wait.school_id), col(Hold.wait_id) == col(Wait.id))


WAIT = Document(
    WaitRead,
    Wait,
    visible=lambda viewer: sees_of_family(viewer, col(Wait.family_id)),
    computed={
        "offered_starts_at": lambda _: of_offer(Hold.starts_at),
        "offered_until": lambda _: of_offer(Hold.expires_at),
    },
)


class WaitQuery(PageQuery):
    """Which places."""

    round_id: UUID | None = None
    family_id: UUID | None = None
    staff_id: UUID | None = None
    status: WaitStatus | None = None


WAITS = Listing(WAIT, sorts={"created_at": col(Wait.created_at)})
