"""The words of activities."""

from enum import StrEnum


class ActivityKind(StrEnum):
    """What kind of meeting without an agenda it is."""

    OPEN_CLASS = "open_class"
    """Parents come to play, to make something or to read along."""
    PARENTS_CAFE = "parents_cafe"
    INFORMATION = "information"
    """Such as learning to learn, or the choice of studies."""
    MARKET = "market"
    WORKSHOP = "workshop"
    SHOW = "show"
    TOUR = "tour"
    OWN = "own"


class ActivityStatus(StrEnum):
    """The life of an activity."""

    IDEA = "idea"
    PREPARING = "preparing"
    INVITED = "invited"
    HELD = "held"
    EVALUATED = "evaluated"
    CANCELLED = "cancelled"


class ActivityForm(StrEnum):
    """What happens. A lecture alone is no parent activity (R34)."""

    LECTURE = "lecture"
    PLAY = "play"
    MAKE = "make"
    READ_ALONG = "read_along"
    TASTE = "taste"
    TRY_OUT = "try_out"
    EXCHANGE = "exchange"
    STANDS = "stands"
    WALK = "walk"
    SHOW = "show"


class SignUpMode(StrEnum):
    """Whether families say beforehand that they come."""

    NEEDED = "needed"
    WELCOME = "welcome"
    """It helps to know; who did not sign up is welcome too."""
    NOT_NEEDED = "not_needed"
