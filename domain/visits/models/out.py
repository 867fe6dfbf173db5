"""Who is out on a visit now, for who answers for them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.visits.models.visitors import HomeVisitVisitorRead


class HomeVisitOut(SQLModel):
    """With a family of which class, since when, and until when. Never where they live."""

    id: UUID
    classes: list[str]
    visitors: list[HomeVisitVisitorRead]
    checked_in_at: datetime
    local_since: str = Field(description="In the school's time zone.")
    expected_back_at: datetime
    local_expected_back: str
    due_at: datetime = Field(description="From then on somebody should call: the check-out did not come.")
    is_overdue: bool
