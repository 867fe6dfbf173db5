"""The questions of a conversation: copies, that the team orders, ticks and may share with the family."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models import Audience, Key
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Text


class CopiedFields(Fields):
    """Which questions to copy: those of a set, named ones, or both, the set's first."""

    question_set_id: UUID | None = None
    question_ids: list[UUID] = Field(default=[], max_length=100, description="Of `/v1/questions`.")
    shared_with_family: bool = Field(default=False, description="Let the family see those for parents and students.")


class AskingFields(Fields):
    """What the team keeps with a question."""

    position: int = Field(ge=1, le=10_000, description="Lower first.")
    note: Line | None = Field(default=None, description="For the staff; the family and systems read null.")
    is_asked: bool = Field(default=False, description="Likewise; others read false.")
    shared_with_family: bool = Field(
        default=False, description="The family sees it too. Never one that is for the teacher to answer."
    )


class CopiedWords(SQLModel):
    """What a question said when it was copied. Later changes of the catalogue leave it as it is."""

    text: Text = Field(sa_type=TEXT)
    plain: Text = Field(sa_type=TEXT)
    pictogram: Key
    phase: Key
    audience: Audience = Field(sa_type=WORD)


class ConversationQuestion(Row, CopiedWords, AskingFields, table=True):
    __tablename__ = "conversation_questions"
    __table_args__ = (
        Index("conversation_questions_once", "school_id", "conversation_id", "source_question_id", unique=True),
    )

    conversation_id: UUID = reference("conversations", cascade=True)
    source_question_id: UUID
    asked_at: datetime | None = Field(default=None, sa_type=MOMENT)


class ConversationQuestionRead(RowRead, CopiedWords, AskingFields):
    """A question of a conversation as it goes out."""

    conversation_id: UUID
    source_question_id: UUID = Field(description="The question that was copied; it may be gone by now.")
    asked_at: datetime | None


class ConversationQuestions(SQLModel):
    """The questions of a conversation that the reader sees."""

    items: list[ConversationQuestionRead]
    next_cursor: None = Field(default=None, description="They are one page.")
