"""The words of a plan: who makes it, and how far it is."""

from enum import StrEnum


class Party(StrEnum):
    """The three who make a plan together."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    TEACHER = "teacher"


class PlanStatus(StrEnum):
    """The life of a plan; the calendar ends it, with the school year."""

    DRAFT = "draft"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    ENDED = "ended"


class ReviewOutcome(StrEnum):
    """What came out of looking back."""

    KEEP = "keep"
    CHANGE = "change"


class PlanChange(StrEnum):
    """What was done to a plan; also the name of its event, `plan.<change>`."""

    DRAFTED = "drafted"
    WISHES_GIVEN = "wishes_given"
    AGREEMENT_MADE = "agreement_made"
    AGREEMENT_DROPPED = "agreement_dropped"
    APPROVED = "approved"
    """One party says yes."""
    AGREED = "agreed"
    """With that yes the plan is agreed."""
    REVIEWED = "reviewed"
    REVIEW_MOVED = "review_moved"
