"""The words of a plan."""

from enum import StrEnum


class ContactChannel(StrEnum):
    """How word gets from one side to the other."""

    TALK = "talk"
    """At the gate, in class."""
    PHONE = "phone"
    MESSAGE = "message"
    """By text message or app."""
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


class Party(StrEnum):
    """The three who make a plan together."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    TEACHER = "teacher"


class Starter(StrEnum):
    """Who gets in touch first."""

    SCHOOL = "school"
    GUARDIAN = "guardian"
    STUDENT = "student"
    ANYONE = "anyone"


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
