"""Questions to ask in a conversation: open, short, and in two wordings."""

from typing import Any, ClassVar, Literal

from sqlalchemy import Column, Computed, Index
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import (
    AdaptableRead,
    AdaptableRow,
    Audience,
    Key,
    Tag,
    Tags,
    library_only,
    to_library,
)
from domain.kernel.row import WORD, Fields, RowRead
from domain.kernel.text import OWN_LANGUAGES, TEXT, Text
from domain.school.models import Level

_EXAMPLE = {"nl": "Waar wil jij vandaag beginnen?", "fr": "Par quoi veux-tu commencer ?", "en": "Where shall we start?"}


class QuestionContent(Fields):
    """What a question asks, of whom and when: what a school may say otherwise than the library."""

    meeting_type: Key = Field(schema_extra={"examples": ["start-conversation"]})
    audience: Audience = Field(sa_type=WORD, description="Who answers it.")
    phase: Key = Field(description="A phase of the meeting type.", schema_extra={"examples": ["opening"]})
    levels: list[Level] = Field(sa_type=JSONB, min_length=1)
    development_domain: Key | None = Field(default=None, description="Of `/v1/development-domains`.")
    text: Text = Field(sa_type=TEXT, schema_extra={"examples": [_EXAMPLE]})
    plain: Text = Field(
        sa_type=TEXT,
        description="The same, simpler still: for who reads with difficulty or knows little of the language.",
        schema_extra={"examples": [_EXAMPLE]},
    )
    pictogram: Key = Field(default="speech-bubble", description="Of `/v1/pictograms`.")
    use: Text = Field(sa_type=TEXT, description="What to do with the answer.")


class QuestionFields(QuestionContent):
    """An open question of at most 160 characters (R37)."""

    source: list[Tag] = Field(default=[], sa_type=JSONB, max_length=20, description="Of `/v1/sources`.")


class LibraryQuestionFields(QuestionFields):
    """A question of the library: it has a key and says where it comes from."""

    key: Key
    source: Tags


def _to_search(language: str) -> Column[Any]:
    """What a search looks through, made by the database (migration 0005) of the text, the plain wording and the use."""
    words = Computed(f"searchable(text, plain, use, '{language}'::text)", persisted=True)
    return Column(f"to_search_{language}", TSVECTOR, words)


_SEARCHED = [_to_search(language) for language in OWN_LANGUAGES]


class Question(AdaptableRow, QuestionFields, table=True):
    __tablename__ = "questions"
    __mapper_args__: ClassVar[dict[str, Any]] = {"exclude_properties": [column.name for column in _SEARCHED]}
    __table_args__ = (
        *_SEARCHED,
        Index(None, "school_id", "key", unique=True),
        Index(None, "school_id", "adapts_id", unique=True),
        library_only(),
        to_library("adapts_id", "questions"),
        to_library("meeting_type", "meeting_types", "key"),
        to_library("development_domain", "development_domains", "key"),
        {"info": {"tenancy": "shared"}},
    )

    content: ClassVar[type[Fields]] = QuestionContent


class QuestionRead(RowRead, QuestionFields, AdaptableRead):
    """A question as it goes out."""


class Part(SQLModel):
    """A piece of a text, to be shown as text."""

    text: str
    found: bool = Field(description="One of the words that were looked for.")


class Highlight(SQLModel):
    """A text in which something was found, cut into parts: put together again they are that text, without markup."""

    field: Literal["text", "plain", "use"]
    parts: list[Part]


class FoundQuestionRead(QuestionRead):
    """A question as a list shows it."""

    highlights: list[Highlight] = Field(
        default=[], description="With `q` only: where its words stand, in the reader's language."
    )
