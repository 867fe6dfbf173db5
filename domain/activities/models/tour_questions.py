"""Questions that visitors asked on the way. Nobody's name stands with them, nor whoever wrote them down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line, Text


class TourQuestionFields(Fields):
    """A question that was asked on the way. Write down no names."""

    words: Line = Field(schema_extra={"examples": ["Wie eet er warm op school?"]})
    language: LanguageTag = "nl"
    stop_id: UUID | None = reference("tour_stops", default=None, description="Where it was asked.")


class TourAnswerFields(Fields):
    """What the team answers afterwards."""

    answer: Text | None = Field(None, sa_type=JSONB(none_as_null=True))


class TourQuestion(Row, TourQuestionFields, TourAnswerFields, table=True):
    __tablename__ = "tour_questions"
    __table_args__: Any = (Index(None, "school_id", "activity_id"), Index(None, "school_id", "stop_id"))

    activity_id: UUID = reference("activities", cascade=True)
    heard: int = 1
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)


class AnswerToGive(Fields):
    """An answer of the team."""

    answer: Text


class TourQuestionRead(RowRead, TourQuestionFields, TourAnswerFields):
    """A question as it goes out; families read it once it is answered."""

    activity_id: UUID
    heard: int = Field(description="How often the same was asked.", ge=1)
    answered_at: datetime | None


class TourQuestions(SQLModel):
    """What was asked, the most asked first."""

    items: list[TourQuestionRead]
