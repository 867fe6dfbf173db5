"""Who goes: at most two of the school, and an interpreter."""

from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Described
from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from domain.kernel.row import Fields, Row, reference

Minutes = Described(None, ge=0, le=120, description="Of each visitor; what the school sets when null.")


class HomeVisitPlanFields(Fields):
    """When it takes place, inside what the family chose, and who goes."""

    starts_at: AwareDatetime
    staff_ids: list[UUID] = Described(min_length=1, max_length=10)
    interpreter_id: UUID | None = None
    travel_before_minutes: int | None = Minutes
    travel_after_minutes: int | None = Minutes


class HomeVisitVisitor(Row, table=True):
    __tablename__ = "home_visit_visitors"
    __table_args__ = (
        Index(None, "school_id", "visit_id"),
        CheckConstraint("num_nonnulls(staff_id, interpreter_id) = 1", name="one_person"),
    )

    visit_id: UUID = reference("home_visits", cascade=True)
    staff_id: UUID | None = reference("staff_members", default=None)
    interpreter_id: UUID | None = reference("interpreters", default=None)


class HomeVisitVisitorRead(SQLModel):
    """Who comes, as the family knows them."""

    staff_id: UUID | None
    interpreter_id: UUID | None
    given_name: str
    family_name: str
