"""Who helps at an activity, and with what."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line

_PERSONS = ("staff_id", "guardian_id", "student_id", "name")


class HelperRole(StrEnum):
    """A task with a beginning and an end."""

    WELCOME = "welcome"
    LANGUAGE = "language"
    """Helps families of their own language along; an interpreter belongs to the moment."""
    CHILDCARE = "childcare"
    MATERIALS = "materials"
    GUIDE = "guide"
    STORY = "story"
    """Tells or shows something of their own."""
    FOOD = "food"
    OTHER = "other"


class Outsider(StrEnum):
    """What somebody is who stands in none of the school's lists."""

    PARTNER = "partner"
    BRIDGE_WORKER = "bridge_worker"
    OTHER = "other"


class HelperTaskFields(Fields):
    """With what somebody helps."""

    role: HelperRole = Field(sa_type=WORD)


class ActivityHelperFields(HelperTaskFields):
    """Somebody who helps: one of the school's people, or somebody from outside by name."""

    moment_id: UUID | None = reference(
        "activity_moments", default=None, cascade=True, description="Null: at every moment of the activity."
    )
    staff_id: UUID | None = reference("staff_members", default=None, cascade=True)
    guardian_id: UUID | None = reference("guardians", default=None, cascade=True)
    student_id: UUID | None = reference("students", default=None, cascade=True)
    name: Line | None = Field(None, description="Of somebody from outside, such as a library or a bridge worker.")
    outsider: Outsider | None = Field(None, sa_type=WORD, description="What the named one is; null for own people.")

    @model_validator(mode="after")
    def _is_one_person(self) -> Self:
        if sum(getattr(self, person) is not None for person in _PERSONS) != 1:
            raise PydanticCustomError("one_person", "Name exactly one person.")
        if (self.name is None) != (self.outsider is None):
            raise PydanticCustomError("outsider_missing", "Say of a named person what they are, of others do not.")
        return self


class ActivityHelper(Row, ActivityHelperFields, table=True):
    __tablename__ = "activity_helpers"
    __table_args__ = (
        Index(None, "school_id", "activity_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "student_id"),
        CheckConstraint("num_nonnulls(staff_id, guardian_id, student_id, name) = 1", name="one_person"),
    )

    activity_id: UUID = reference("activities", cascade=True)


class ActivityHelperRead(RowRead, ActivityHelperFields):
    """Somebody who helps, as it goes out."""

    activity_id: UUID
    given_name: str | None = Field(description="Null for somebody from outside, who goes by `name`.")
    family_name: str | None
