"""What the rules know of the agenda: plain data."""

from dataclasses import dataclass

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import Status


@dataclass(frozen=True)
class AgendaPoint:
    """Something to talk about, and who brought it."""

    brought_by: ParticipantRole
    text: str
    added_at_status: Status = Status.PLANNED
