"""The words in which the facts of a conversation are told, and what its form asks."""

from dataclasses import dataclass
from enum import StrEnum

from domain.catalogue.models.words import ParticipantRole


class Form(StrEnum):
    """The keys of the meeting types that rules of their own speak of; other types are held to what they ask only."""

    START_CONVERSATION = "start-conversation"
    REVERSE_CONVERSATION = "reverse-conversation"
    CONSTRUCTIVE_CONVERSATION = "constructive-conversation"
    ENROLMENT_CONVERSATION = "enrolment-conversation"
    TALKING_TREE = "talking-tree"
    HOME_VISIT = "home-visit"


PROFESSIONALS = frozenset(
    {
        ParticipantRole.PUPIL_GUIDANCE_CENTRE,
        ParticipantRole.CARE_COORDINATOR,
        ParticipantRole.HEAD,
        ParticipantRole.COLLEAGUE,
        ParticipantRole.PARTNER,
    }
)
"""Who may only come after the family was told, with the reason (R23)."""


class Status(StrEnum):
    """The life of a conversation."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(frozen=True)
class TypeFacts:
    """What a meeting type asks (from the catalogue)."""

    key: str
    levels: frozenset[str]
    min_minutes: int
    max_minutes: int
    interpreter_buffer_minutes: int
    channels: frozenset[str]
    required_roles: frozenset[str]
    agenda_set_by: str
    host_moments: frozenset[str] = frozenset()
    first_week: int | None = None
    last_week: int | None = None
