"""The words of conference rounds."""

from enum import StrEnum


class RoundStatus(StrEnum):
    """The life of a round."""

    DRAFT = "draft"
    OPEN = "open"
    """Families and staff say when they can."""
    PLANNING = "planning"
    """Availability is closed; schedules are made and compared."""
    PUBLISHED = "published"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class RoundMode(StrEnum):
    """Which comes first: the families' time, or their choice of a slot."""

    AVAILABILITY_FIRST = "availability_first"
    BOOKING_FIRST = "booking_first"


class StudentPart(StrEnum):
    """What the students do in a round."""

    NOT_INVITED = "not_invited"
    INVITED = "invited"
    LEAD = "lead"


class FamilyStatus(StrEnum):
    """How far a family is with its answer. Not answering is not refusing (R10)."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    ANSWERED = "answered"
    UNREACHED = "unreached"


class Via(StrEnum):
    """How an answer came in."""

    APP = "app"
    LINK = "link"
    STAFF = "staff"


class AttemptChannel(StrEnum):
    """Another way to reach a family that did not answer."""

    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"
    AT_THE_GATE = "at_the_gate"
    HOME_VISIT = "home_visit"
    BRIDGE_WORKER = "bridge_worker"


class Alternative(StrEnum):
    """What a family that was not reached, or cannot come, is offered instead (R10)."""

    PHONE = "phone"
    HOME_VISIT = "home_visit"
    ANOTHER_DAY = "another_day"


class TalkChannel(StrEnum):
    """How a talk of a round is held."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class Need(StrEnum):
    """How much a talk is needed, as the staff sees it, or the family."""

    MUST = "must"
    WANTED = "wanted"
    NOT_NEEDED = "not_needed"


class Apart(StrEnum):
    """How two separated households are kept apart."""

    MIN_GAP = "min_gap"
    DIFFERENT_SESSIONS = "different_sessions"


class ScheduleStatus(StrEnum):
    """The life of a schedule."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class ScheduleOrigin(StrEnum):
    """How a schedule came about."""

    PLANNED = "planned"
    WHAT_IF = "what_if"
    REPLANNED = "replanned"


class BookingOrigin(StrEnum):
    """How a talk came into the published round."""

    PLANNED = "planned"
    BOOKED = "booked"
    WAITING_LIST = "waiting_list"
    SWAPPED = "swapped"
    ON_THE_SPOT = "on_the_spot"
