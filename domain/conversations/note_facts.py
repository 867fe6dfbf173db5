"""What the rules know of a note: plain data."""

from dataclasses import dataclass
from datetime import date

from domain.catalogue.models.words import Channel, ParticipantRole


@dataclass(frozen=True)
class NoteFacts:
    """A note of the school on a conversation, as it is about to be kept."""

    type_key: str
    channel: Channel
    """Of the conversation."""
    written_on: date
    text: str
    written_by: ParticipantRole = ParticipantRole.TEACHER
    keywords: tuple[str, ...] = ()
    purpose: str | None = None
    """Why the school keeps it."""
    ends_on: date | None = None
    """The first day on which it is no longer kept."""
    visibility: str | None = None
    """Which circle may read it."""
    for_guidance_centre: bool = False
    """Written for the pupil guidance centre, which keeps a file of its own (R24)."""
