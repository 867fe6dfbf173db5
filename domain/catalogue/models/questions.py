"""Questions to ask in a conversation: open, short, and in two wordings."""

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

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
from domain.kernel.text import TEXT, Text
from domain.school.models import Level

_EXAMPLE = {"nl": "Waar wil jij vandaag beginnen?", "fr": "Par quoi veux-tu commencer ?", "en": "Where shall we start?"}


class QuestionFields(Fields):
    """An open question of at most 160 characters (R37)."""

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
    source: list[Tag] = Field(default=[], sa_type=JSONB, max_length=20, description="Of `/v1/sources`.")


class LibraryQuestionFields(QuestionFields):
    """A question of the library: it has a key and says where it comes from."""

    key: Key
    source: Tags


class Question(AdaptableRow, QuestionFields, table=True):
    __tablename__ = "questions"
    __table_args__ = (
        Index(None, "school_id", "key", unique=True),
        Index(None, "school_id", "adapts_id", unique=True),
        library_only(),
        to_library("adapts_id", "questions"),
        to_library("meeting_type", "meeting_types", "key"),
        to_library("development_domain", "development_domains", "key"),
        {"info": {"tenancy": "shared"}},
    )


class QuestionRead(RowRead, QuestionFields, AdaptableRead):
    """A question as it goes out."""
