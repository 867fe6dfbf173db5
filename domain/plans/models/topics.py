"""What contact between school and family is about: the words by which an agreement about a topic is found again."""

from enum import StrEnum


class Topic(StrEnum):
    """What the school gets in touch about. An agreement speaks of one when its `topic` is the word or its name."""

    CONVERSATIONS = "conversations"
    """Invitations, times, and what was agreed there."""
    CONFERENCES = "conferences"
    """Rounds of parent-teacher conferences."""
    PLAN = "plan"
    """The communication plan itself."""
    LEARNING = "learning"
    WELL_BEING = "well_being"
    ABSENCE = "absence"
    ACTIVITIES = "activities"
    PRACTICAL = "practical"


class Urgency(StrEnum):
    """How long it can wait."""

    ORDINARY = "ordinary"
    SOON = "soon"
    """The family hears it in the first hours that suit, with no regard for how often it likes to hear."""
    URGENT = "urgent"
    """Now, at any hour, but then only by the urgent route."""
