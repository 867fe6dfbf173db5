"""Something that people have to hear of, before it is decided how they do."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.talk import Told
from domain.plans.models.topics import Topic, Urgency


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing that happened, for one person."""

    occasion: str
    kind: MessageKind
    resource: str
    resource_id: UUID
    student_id: UUID
    who: UUID
    """A guardian, or the student."""
    told: Told
    topic: Topic
    urgency: Urgency = Urgency.ORDINARY
    too_late_at: datetime | None = None
    sender_id: UUID | None = None
    comes_along: bool = False
    """A student beside others who are told: nobody goes out of their way to reach a child as well."""


class Earlier(NamedTuple):
    """A message that is there already."""

    id: UUID
    kind: MessageKind
    resource_id: UUID
    student_id: UUID
    who: UUID
    """The guardian, or the student."""
    told: Told
    is_open: bool
    """Nobody heard it yet: it can be taken back."""


@dataclass(frozen=True, slots=True)
class Found:
    """What has to be said, and which messages say what is no longer so."""

    occasions: list[Occasion] = field(default_factory=list)
    overtaken: list[UUID] = field(default_factory=list)


def together(*found: Found) -> Found:
    return Found(
        [occasion for one in found for occasion in one.occasions],
        sorted({message for one in found for message in one.overtaken}),
    )
