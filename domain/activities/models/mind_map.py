"""The mind map of an activity, with what is done."""

from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.catalogue.models import Key
from domain.kernel.text import Text


class ReachedPoint(SQLModel):
    """A point of the checklist in use, and whether it is ticked."""

    key: Key
    is_ticked: bool


class MindMapFacts(SQLModel):
    """The catalogue's mind map and the checklist in use, in one language."""

    id: UUID
    title: Any
    """Picked already."""
    points: list[ReachedPoint]
    maps: list[dict[str, Any]]


class ReachedStep(SQLModel):
    """A step of the mind map, and how far it is."""

    key: Key
    label: Text
    done: bool = Field(description="All its points of the checklist in use are ticked.")
    points: list[ReachedPoint] = Field(description="Empty until the checklist is copied.")


class MindMapInUse(SQLModel):
    """The mind map of an activity: its steps in the order of the catalogue."""

    activity_id: UUID
    title: Text = Field(description="Of the activity.")
    nodes: list[ReachedStep]
