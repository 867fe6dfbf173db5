"""What a student wishes."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import Line, Paragraph
from domain.plans.models.entered import Entered
from domain.plans.models.options import Ranked


class StudentWishesFields(Fields):
    """How a student wants it (their own words)."""

    addressed_as: Line | None = Field(None, description="How I like to be addressed.")
    tells_first: Paragraph | None = Field(None, description="What I want to tell myself before school contacts home.")
    parents_may_hear: Paragraph | None = Field(None, description="What I like my parents to hear.")
    channels: Ranked = Field(sa_type=JSONB, min_length=1, description="How to reach me, the best first.")
    joins_talks: bool = Field(default=True, description="I want to be at talks about me.")


class StudentWishes(Row, StudentWishesFields, Entered, table=True):
    __tablename__ = "plan_student_wishes"
    __table_args__ = (Index("plan_student_wishes_once", "school_id", "plan_id", unique=True),)

    plan_id: UUID = reference("communication_plans", cascade=True)


class StudentWishesRead(RowRead, StudentWishesFields, Entered):
    """The student's wishes, as they go out."""
