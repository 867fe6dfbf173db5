"""The words of visits at home."""

from enum import StrEnum


class VisitPurpose(StrEnum):
    """What a visit is for. The aim is always the same: a good bond."""

    GETTING_TO_KNOW = "getting_to_know"
    NEW_STUDENT = "new_student"
    GOOD_NEWS = "good_news"
    BACK_AFTER_ABSENCE = "back_after_absence"
    NOT_REACHED = "not_reached"
    """Other ways did not reach this family."""
    PROBLEM = "problem"
    """Possible, and advised against (R29)."""
    OWN = "own"


class VisitStatus(StrEnum):
    """The life of a visit."""

    ASKED = "asked"
    AGREED = "agreed"
    """The family said yes and chose when and where it suits."""
    REFUSED = "refused"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    """The family took its yes back; nothing else of the visit is kept."""
    CANCELLED = "cancelled"
    """By the school."""


class VisitPlace(StrEnum):
    """Where the family likes to be visited."""

    HOME = "home"
    ELSEWHERE = "elsewhere"
    """Such as a park, the library or a neighbourhood house."""


class Says(StrEnum):
    """What the family answers. Neither needs a reason."""

    YES = "yes"
    NO = "no"
