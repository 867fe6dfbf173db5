"""Sets of questions that a school, a team or one person keeps at hand."""

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Text


class SetKind(StrEnum):
    """Whose set it is."""

    SCHOOL = "school"
    OWN = "own"
    TEAM = "team"


class ChosenQuestion(Fields):
    """A question in a set."""

    question_id: UUID
    note: Line | None = Field(default=None, description="What you want to keep in mind when you ask it.")


class QuestionSetFields(Fields):
    """Questions that you want at hand together: the school's, shared with the team, or your own."""

    kind: SetKind = Field(
        SetKind.OWN,
        sa_type=WORD,
        description="`own`: only its maker sees it. `team`: the staff sees it. `school`: likewise, kept by the office.",
    )
    title: Text = Field(
        sa_type=TEXT, schema_extra={"examples": [{"nl": "Rustig beginnen", "fr": "Débuter en douceur"}]}
    )
    questions: list[ChosenQuestion] = Field(sa_type=JSONB, max_length=100, description="In the order of asking.")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({one.question_id for one in self.questions}) < len(self.questions):
            raise PydanticCustomError("question_twice", "A question is in this set twice.")
        return self


class QuestionSet(Row, QuestionSetFields, table=True):
    __tablename__ = "question_sets"
    __table_args__ = (Index(None, "school_id", "kind"),)

    made_by_id: UUID | None = reference("staff_members", default=None, cascade=True)

    @property
    def chosen(self) -> dict[UUID, str | None]:
        """The ids of its questions in order, each with its note. (A row keeps documents as JSON does.)"""
        kept: list[Any] = self.questions
        return {UUID(one["question_id"]): one["note"] for one in kept}


class ChosenQuestionRead(ChosenQuestion):
    """A question in a set, as the school words it now."""

    text: Text | None = Field(description="Null when the school no longer shows this question.")


class QuestionSetRead(RowRead, QuestionSetFields):
    """A set of questions as it goes out."""

    questions: list[ChosenQuestionRead]  # type: ignore[assignment]
    made_by_id: UUID | None = Field(description="Who made it; null for the office.")
