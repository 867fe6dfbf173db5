"""Looking back on an activity, in smileys and without names."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.activities.models.words import ActivityStatus
from domain.kernel.row import MOMENT, Fields, Row, reference
from domain.kernel.text import LanguageTag, Line, Paragraph


class Smiley(StrEnum):
    """How it was."""

    SAD = "sad"
    NEUTRAL = "neutral"
    HAPPY = "happy"
    VERY_HAPPY = "very_happy"


class Voice(StrEnum):
    """As what somebody looks back."""

    PARENT = "parent"
    STUDENT = "student"
    HELPER = "helper"
    TEAM = "team"


Counts = dict[Voice, dict[Smiley, Annotated[int, Described(ge=0, le=2000)]]]
"""How many gave which smiley, by voice. What nobody gave may be left out."""


class Remark(Fields):
    """A few words, with nothing that says whose."""

    words: Line
    language: LanguageTag = "nl"


class TapFields(Fields):
    """One tap."""

    smiley: Smiley
    who: Voice
    remark: Remark | None = None


class TallyFields(Fields):
    """Smileys that were counted by hand, such as stickers on a sheet at the door."""

    counts: Counts


class EvaluatedFields(Fields):
    """The team looked at it."""

    nobody_missed: bool = Field(
        default=False, description="Say so explicitly when nobody was missed; otherwise note whom you missed first."
    )
    next_time: Paragraph | None = Field(None, description="What to do differently.")


class ActivityEvaluation(Row, table=True):
    """All smileys and remarks of one activity in one row: a row for each tap would tell by its time whose it is."""

    __tablename__ = "activity_evaluations"
    __table_args__ = (Index("activity_evaluations_once", "school_id", "activity_id", unique=True),)

    activity_id: UUID = reference("activities", cascade=True)
    tapped: dict[str, dict[str, int]] = Field(default={}, sa_type=JSONB)
    tallied: dict[str, dict[str, int]] = Field(default={}, sa_type=JSONB)
    remarks: list[dict[str, str]] = Field(default=[], sa_type=JSONB)
    """In the order of the alphabet, not of arrival."""
    key: str | None = None
    """Of `ActivityTap`; gone once the activity is evaluated."""
    nobody_missed: bool = False
    next_time: Paragraph | None = None
    evaluated_at: datetime | None = Field(default=None, sa_type=MOMENT)


class ActivityTap(Row, table=True):
    """Somebody has tapped: so that they do it once. Its id is a keyed hash; the smiley stands elsewhere, and its times
    say the day only."""

    __tablename__ = "activity_taps"

    activity_id: UUID = reference("activities", cascade=True)


class EvaluationRead(SQLModel):
    """How an activity was, without names. Neither a mark for families nor a number of heads."""

    id: UUID = Field(description="Of the activity.")
    version: int = Field(ge=1, description="Rises with every tap; stands in the ETag.")
    status: ActivityStatus
    tapped: Counts
    tallied: Counts = Field(description="Counted by hand.")
    remarks: list[Remark] | None = Field(description="In no order of time. For the team only.")
    nobody_missed: bool | None = Field(description="For the team only.")
    next_time: Paragraph | None = Field(description="For the team only.")
    evaluated_at: datetime | None
