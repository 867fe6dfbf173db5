"""A round of visits: every new student of a year, or a class."""

from typing import Any, Self
from uuid import UUID

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conversations.models.conversations import WarningRead
from domain.kernel.row import Row, RowRead, reference
from domain.visits.models.visits import VisitFields


class HomeVisitRoundFields(VisitFields):
    """Every family of a class, or of the students who are new in a school year, is asked the same."""

    class_id: UUID | None = reference("classes", default=None)
    new_in_id: UUID | None = reference(
        "academic_sessions", default=None, description="A school year: its new students."
    )


class HomeVisitRoundAskFields(HomeVisitRoundFields):
    """Whom to ask."""

    student_ids: list[UUID] | None = Described(
        None, min_length=1, max_length=200, description="Only these of them. Asking everybody singles nobody out."
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.class_id is None) is (self.new_in_id is None):
            raise PydanticCustomError("class_or_year", "Name a class, or a school year for its new students.")
        return self


class HomeVisitRound(Row, HomeVisitRoundFields, table=True):
    __tablename__ = "home_visit_rounds"
    __table_args__ = (
        Index(None, "school_id", "created_at"),
        CheckConstraint("num_nonnulls(class_id, new_in_id) = 1", name="class_or_year"),
    )

    warnings: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    created_by_id: UUID | None = reference("staff_members", default=None)


class RoundCounts(SQLModel):
    """How many families said what; never a reason, never a rank (R38)."""

    asked: int
    agreed: int
    refused: int
    planned: int
    under_way: int
    done: int
    withdrawn: int
    cancelled: int


class HomeVisitRoundRead(RowRead, HomeVisitRoundFields):
    """A round as it goes out; its visits are at `/v1/home-visits?round_id=`."""

    counts: RoundCounts
    warnings: list[WarningRead]
