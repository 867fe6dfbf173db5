"""Who walks along with a group of visitors."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag

LARGEST_GROUP = 10
"""Beyond it a talk becomes a speech (domain facts 3, point 8)."""

GUIDES = ("staff_id", "guardian_id", "student_id")


class TourGuideFields(Fields):
    """A guide of a group at a moment: a student, a parent or one of the staff. A group may have several."""

    moment_id: UUID = reference("activity_moments", cascade=True)
    group_number: int = Field(1, ge=1, le=30, description="Groups of a moment walk at the same time.")
    takes: int = Field(LARGEST_GROUP, ge=1, le=LARGEST_GROUP, description="People whom this guide likes to lead.")
    staff_id: UUID | None = reference("staff_members", default=None, cascade=True)
    guardian_id: UUID | None = reference("guardians", default=None, cascade=True)
    student_id: UUID | None = reference("students", default=None, cascade=True)
    languages: list[LanguageTag] = Field(default=[], sa_type=JSONB, max_length=10)
    briefed_at: AwareDatetime | None = Field(
        default=None, sa_type=MOMENT, description="When the guide heard what a tour is and is not."
    )

    @model_validator(mode="after")
    def _is_one_person(self) -> Self:
        if sum(getattr(self, one) is not None for one in GUIDES) != 1:
            raise PydanticCustomError("one_person", "Name one person: {expected}.", {"expected": ", ".join(GUIDES)})
        return self


class TourGuide(Row, TourGuideFields, table=True):
    __tablename__ = "tour_guides"
    __table_args__: Any = (
        Index(None, "school_id", "activity_id"),
        Index(None, "school_id", "moment_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "student_id"),
        CheckConstraint(f"num_nonnulls({', '.join(GUIDES)}) = 1", name="one_person"),
        CheckConstraint(f"takes <= {LARGEST_GROUP}", name="small_group"),
    )

    activity_id: UUID = reference("activities", cascade=True)
    briefed_at: datetime | None = Field(default=None, sa_type=MOMENT)


class TourGuideRead(RowRead, TourGuideFields):
    """A guide as it goes out."""

    activity_id: UUID
    given_name: str
    family_name: str


class TourGuides(SQLModel):
    """The guides of a tour, group by group."""

    items: list[TourGuideRead]
