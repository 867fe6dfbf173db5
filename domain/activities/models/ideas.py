"""What parents and students bring before there is an activity: topics, worries, moments, what they could show."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.conferences.models.words import Via
from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.kernel.text import LanguageTag, Paragraph
from domain.school.models.words import Level


class IdeaKind(StrEnum):
    """What a parent brings."""

    TOPIC = "topic"
    WORRY = "worry"
    MOMENT = "moment"
    """When it suits them."""
    SHOW = "show"
    """Something that they could show or do themselves."""


class IdeaStatus(StrEnum):
    """Whether the team answered."""

    NEW = "new"
    ANSWERED = "answered"


class IdeaPlaceFields(Fields):
    """Where an idea belongs; it may come before any activity."""

    activity_id: UUID | None = reference("activities", default=None)
    level: Level | None = Field(None, sa_type=WORD)
    class_id: UUID | None = reference(
        "classes", default=None, description="Families without a child in this class do not see the idea."
    )


class IdeaSaidFields(Fields):
    """What somebody brings, in their own words."""

    kind: IdeaKind = Field(sa_type=WORD)
    words: Paragraph = Field(schema_extra={"examples": ["Kunnen we eens samen koken?"]})
    language: LanguageTag = Field("nl", description="Of the words.")
    is_anonymous: bool = Field(
        default=False,
        description="The team tells no other parent whose it is. The API never does, whatever stands here.",
    )
    may_be_shared: bool = Field(
        default=False,
        description="Other parents may read it too. Only asked of worries and moments; the rest they may.",
    )


class IdeaFields(IdeaSaidFields, IdeaPlaceFields):
    """What somebody brings, and where it belongs."""


class Idea(Row, IdeaFields, table=True):
    __tablename__ = "activity_ideas"
    __table_args__ = (
        Index(None, "school_id", "created_at"),
        Index(None, "school_id", "activity_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "student_id"),
        CheckConstraint("num_nonnulls(guardian_id, student_id) <= 1", name="one_brought_it"),
    )

    guardian_id: UUID | None = reference("guardians", default=None, cascade=True)
    student_id: UUID | None = reference("students", default=None, cascade=True)
    """Who brought it. Neither: heard at the gate and nobody asked for a name, or forgotten since."""
    entered_by_id: UUID | None = reference("staff_members", default=None)
    via: Via = Field(sa_type=WORD)
    status: IdeaStatus = Field(IdeaStatus.NEW, sa_type=WORD)
    answer: Paragraph | None = None
    answer_language: LanguageTag | None = None
    answered_by_id: UUID | None = reference("staff_members", default=None)
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)
    outcome: Paragraph | None = None
    outcome_language: LanguageTag | None = None
    outcome_activity_id: UUID | None = reference("activities", default=None)
    reported_at: datetime | None = Field(default=None, sa_type=MOMENT)


class IdeaSupport(Row, table=True):
    """A guardian finds this a good idea too. How many do is told, never who."""

    __tablename__ = "activity_idea_supports"
    __table_args__ = (
        Index("activity_idea_supports_once", "school_id", "idea_id", "guardian_id", unique=True),
        Index(None, "school_id", "guardian_id"),
    )

    idea_id: UUID = reference("activity_ideas", cascade=True)
    guardian_id: UUID = reference("guardians", cascade=True)
