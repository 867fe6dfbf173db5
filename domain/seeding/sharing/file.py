"""What such a file holds. Names stay the same wherever it goes: those of the library, and `own.…` for the rest."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field, SQLModel

from domain.catalogue.models import AdaptableRow, Key, QuestionFields
from domain.catalogue.models.checklists import ExplainedPoint
from domain.kernel.row import Fields
from domain.kernel.text import Line, Text

MOST = 2000

OwnKey = Annotated[Key, StringConstraints(pattern=r"^own\.")]


class _Named(Fields):
    key: OwnKey | None = Field(default=None, description="A name of the school's own, for what it added.")
    adapts: Key | None = Field(default=None, description="The name in the library of what it says in other words.")

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.key is None) == (self.adapts is None):
            raise PydanticCustomError("one_name", "Give either `key` or `adapts`.")
        return self

    @property
    def name(self) -> str:
        return str(self.key or self.adapts)


class SharedQuestion(QuestionFields, _Named):
    """A question that a school added or adapted."""


class SharedPoint(ExplainedPoint, _Named):
    """A point of a checklist that a school added or adapted."""

    checklist: Key


class SharedChoice(Fields):
    """A question in a set, by its name in the library or in this file."""

    question: Key
    note: Line | None = None


class SharedSet(Fields):
    """A set of questions of the school."""

    title: Text
    questions: list[SharedChoice] = Field(max_length=100)


class CatalogueFile(Fields):
    """A school's own content."""

    format: Literal["samenspraak-catalogue-1"] = "samenspraak-catalogue-1"
    questions: list[SharedQuestion] = Field(default=[], max_length=MOST)
    checklist_points: list[SharedPoint] = Field(default=[], max_length=MOST)
    question_sets: list[SharedSet] = Field(default=[], max_length=MOST)


class Tally(SQLModel):
    """What an import does with the things of one kind."""

    added: int = 0
    left_alone: int = Field(default=0, description="There already, by name or by text.")


class ImportReport(SQLModel):
    """What an import did, or would do."""

    preview: bool
    questions: Tally
    checklist_points: Tally
    question_sets: Tally


def name_of(row: AdaptableRow) -> str:
    """Its name in every file: that of the library or of the file it came from, else one made of its id."""
    return row.key or f"own.{row.id.hex}"
