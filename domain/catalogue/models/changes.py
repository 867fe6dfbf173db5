"""What the library says by now of what a school said in its own words, or hid."""

from typing import Literal
from uuid import UUID

from sqlmodel import Field

from domain.catalogue.models.checklists import PointContent
from domain.catalogue.models.questions import QuestionContent
from domain.catalogue.models.words import Key
from domain.kernel.row import RowRead

Changed = Literal["questions", "checklist-points"]


class LibraryChangeRead(RowRead):
    """A row of the school's own whose row of the library changed."""

    key: Key
    adapts_id: UUID = Field(description="The row of the library.")
    hidden: bool = Field(description="The school does not show it at all.")


class QuestionChangeRead(LibraryChangeRead):
    """A question that changed in the library: what it was, what it is, and what the school made of it."""

    before: QuestionContent
    now: QuestionContent
    own: QuestionContent


class PointChangeRead(LibraryChangeRead):
    """A point of a checklist that changed in the library: what it was, what it is, and what the school made of it."""

    before: PointContent
    now: PointContent
    own: PointContent
