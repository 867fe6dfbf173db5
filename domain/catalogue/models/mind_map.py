"""The mind map that helps to think up a parent activity."""

from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import Key, LibraryRow, Phase, Tags
from domain.kernel.row import Fields, RowRead
from domain.kernel.text import Text


class EdgeType(StrEnum):
    """How one thing comes before another."""

    LEADS_TO = "leads_to"
    INFORMS = "informs"


class Label(Fields):
    """A word on the map."""

    key: Key
    label: Text


class Node(Label):
    """A branch at the root: something to decide, with ideas as its leaves."""

    prompt: Text
    leaves: list[Label]
    source: Tags


class Edge(Fields):
    """What to decide before what. Only an edge that is declared as feedback may close a circle (R35)."""

    model_config = ConfigDict(serialize_by_alias=True)

    origin: Key = Field(alias="from")
    target: Key = Field(alias="to")
    type: EdgeType
    feedback: bool


class Outline(Fields):
    """A mind map but for its branches."""

    key: Key = Field(description="Also that of the checklist whose points belong to its branches.")
    root: Label = Field(sa_type=JSONB)
    edges: list[Edge] = Field(sa_type=JSONB)


class ActivityMindMapFields(Outline):
    """One root, its branches, and what to decide before what."""

    nodes: list[Node] = Field(sa_type=JSONB, min_length=1)


class ActivityMindMap(LibraryRow, ActivityMindMapFields, table=True):
    __tablename__ = "activity_mind_maps"
    __table_args__ = (Index(None, "school_id", "key", unique=True), {"info": {"tenancy": "shared"}})


class NodePointRead(SQLModel):
    """A point of the checklist that belongs to a branch, as the school has it."""

    id: UUID
    key: Key
    phase: Phase
    text: Text
    example: Text | None = None


class NodeRead(Node):
    """A branch as it goes out, with what to do for it: points of the checklist, in order."""

    points: list[NodePointRead]


class ActivityMindMapRead(RowRead, Outline):
    """The mind map as it goes out, each branch with its points of the checklist."""

    nodes: list[NodeRead]
