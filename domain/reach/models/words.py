"""The words of reach."""

from enum import StrEnum


class ContactKind(StrEnum):
    """How somebody of the school and a family spoke."""

    AT_THE_GATE = "at_the_gate"
    PHONE = "phone"
    MESSAGE = "message"
    IN_PASSING = "in_passing"
    OTHER = "other"


class Reached(StrEnum):
    """How far the school has come with a family. It says something of the school, never of the family (R38)."""

    SPOKEN_WITH = "spoken_with"
    INVITED_NOT_MET = "invited_not_met"
    """It answered; a talk has not taken place yet."""
    NEVER_ANSWERED = "never_answered"
    """Not answering is not refusing (R10)."""
    NEVER_INVITED = "never_invited"


class Step(StrEnum):
    """What the school can try."""

    INVITE = "invite"
    APPOINTMENT_STANDS = "appointment_stands"
    KEEP_APPOINTMENT = "keep_appointment"
    PHONE = "phone"
    AT_THE_GATE = "at_the_gate"
    ANOTHER_CHANNEL = "another_channel"
    INTERPRETER = "interpreter"
    ANOTHER_MOMENT = "another_moment"
    BRIDGE_WORKER = "bridge_worker"
    HOME_VISIT = "home_visit"


class By(StrEnum):
    """By what families are told apart."""

    CLASS = "class"
    LEVEL = "level"
    HOME_LANGUAGE = "home_language"
    KIND = "kind"


class Since(StrEnum):
    """How long ago the school last spoke with a family."""

    MONTH = "within_a_month"
    TERM = "within_three_months"
    YEAR = "within_a_year"
    LONGER = "longer_ago_or_never"
