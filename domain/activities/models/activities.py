"""An activity: what it is for, for whom, and how everybody can take part."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.activities.models.words import ActivityForm, ActivityKind, ActivityStatus, SignUpMode
from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.kernel.text import TEXT, LanguageTag, Line, Text
from domain.school.models.words import Level

MAYBE_TEXT: Any = JSONB(none_as_null=True)


class ActivityFields(Fields):
    """What a school, with its parents, decides about an activity."""

    kind: ActivityKind = Field(sa_type=WORD)
    title: Text = Field(sa_type=TEXT, schema_extra={"examples": [{"nl": "Samen lezen op vrijdag"}]})
    goal: Text | None = Field(None, sa_type=MAYBE_TEXT, description="In one sentence.")
    for_whom: Text | None = Field(None, sa_type=MAYBE_TEXT, description="Whom it is for, in words.")
    levels: list[Level] = Field(default=[], sa_type=JSONB, max_length=4, description="Empty: every level.")
    class_ids: list[UUID] = Field(default=[], sa_type=JSONB, max_length=100, description="Empty: every class.")
    parents_asked: int = Field(
        0,
        ge=0,
        le=2000,
        description="Parents who were asked at the gate, by phone or in a talk; ideas count by themselves.",
    )
    forms: list[ActivityForm] = Field(default=[], sa_type=JSONB, max_length=10)
    languages: list[LanguageTag] = Field(
        default=[], sa_type=JSONB, max_length=10, description="In which languages families are helped there."
    )
    sign_up: SignUpMode = Field(SignUpMode.WELCOME, sa_type=WORD)
    bring_along: bool = Field(default=True, description="Families may bring somebody along.")
    has_childcare: bool | None = Field(None, description="Null: not decided yet.")
    buggy_access: bool | None = None
    wheelchair_access: bool | None = None
    is_free: bool | None = None
    budget_cents: int | None = Field(None, ge=0, le=10_000_000, description="In cents of a euro; for the team only.")
    material: list[Line] = Field(default=[], sa_type=JSONB, max_length=50)
    made_from_id: UUID | None = reference("activities", default=None, description="The activity that it follows on.")


class Activity(Row, ActivityFields, table=True):
    __tablename__ = "activities"
    __table_args__ = (Index(None, "school_id", "created_at"),)

    status: ActivityStatus = Field(ActivityStatus.IDEA, sa_type=WORD)
    asked_at: datetime | None = Field(default=None, sa_type=MOMENT)
    """When the families it is meant for were asked what they would like."""
    invited_at: datetime | None = Field(default=None, sa_type=MOMENT)
    held_at: datetime | None = Field(default=None, sa_type=MOMENT)
    created_by_id: UUID | None = reference("staff_members", default=None)
