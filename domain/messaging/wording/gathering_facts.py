"""What a message tells of an activity, an idea or a visit at home: only what its reader may see."""

from dataclasses import dataclass
from datetime import datetime

TextMap = dict[str, str]
"""A text by language, with at least Dutch."""


@dataclass(frozen=True, slots=True)
class MomentFacts:
    """One time at which an activity takes place."""

    starts_at: datetime
    ends_at: datetime
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """An activity as families know it."""

    title: TextMap
    goal: TextMap | None = None
    for_whom: TextMap | None = None
    languages: tuple[str, ...] = ()
    """In which families are helped there; tags."""
    moments: tuple[MomentFacts, ...] = ()
    """Those that the message is about, in order."""
    has_lost: bool = False
    """The moment to which the reader signed up fell away."""
    comes: bool = True
    """These moments are the reader's own."""


@dataclass(frozen=True, slots=True)
class IdeaFacts:
    """An idea, and what the team says to it."""

    words: str
    reply: str | None = None
    outcome: str | None = None
    """What the school did with it."""


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """A visit at home. Where the family lives never stands in a message."""

    why: TextMap
    minutes: int
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    is_at_home: bool = True
    visitors: tuple[str, ...] = ()
