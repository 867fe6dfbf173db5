"""How two sides reach each other: the words of options, wishes and agreements."""

from enum import StrEnum


class ContactChannel(StrEnum):
    """How word gets from one side to the other."""

    TALK = "talk"
    """At the gate, in class."""
    PHONE = "phone"
    MESSAGE = "message"
    """By text message."""
    WHATSAPP = "whatsapp"
    """Only for who chose it, one to one (R28)."""
    APP = "app"
    """By the family's app, where it pushes."""
    EMAIL = "email"
    PAPER = "paper"
    DIARY = "diary"
    """The student's school diary."""
    PLATFORM = "platform"
    VIDEO = "video"


class Frequency(StrEnum):
    """How often one hears from the other."""

    WHEN_NEEDED = "when_needed"
    WEEKLY = "weekly"
    TWICE_A_MONTH = "twice_a_month"
    MONTHLY = "monthly"
    EACH_TERM = "each_term"


class DigitalAccess(StrEnum):
    """What somebody reads digital messages with."""

    COMPUTER = "computer"
    PHONE_ONLY = "phone_only"
    NOW_AND_THEN = "now_and_then"
    NONE = "none"


class DayOfWeek(StrEnum):
    """Families can be reached at the weekend too."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Starter(StrEnum):
    """Who gets in touch first."""

    SCHOOL = "school"
    GUARDIAN = "guardian"
    STUDENT = "student"
    ANYONE = "anyone"
