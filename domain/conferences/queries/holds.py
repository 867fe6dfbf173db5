"""Times that are kept, as their family sees them."""

from uuid import UUID

from sqlmodel import col

from domain.conferences.models.holds import Hold, HoldRead
from domain.conferences.queries.own_family import sees_of_family
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing

HOLD = Document(HoldRead, Hold, visible=lambda viewer: sees_of_family(viewer, col(Hold.family_id)))


class HoldQuery(PageQuery):
    """Which kept times."""

    round_id: UUID | None = None
    family_id: UUID | None = None


HOLDS = Listing(HOLD, sorts={"starts_at": col(Hold.starts_at)})
