"""The words of messages."""

from enum import StrEnum


class MessageKind(StrEnum):
    """What a message is for; also the name of its words in `seed_content/messages`."""

    INVITATION = "invitation"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    REMINDER = "reminder"
    QUESTION = "question"
    """What would you like to talk about? Some days before the talk."""
    THANK_YOU = "thank_you"
    AGREEMENTS = "agreements"
    """What was agreed, for everybody who agreed it."""
    FOLLOW_UP = "follow_up"
    """An agreement is due."""
    PLAN_CARD = "plan_card"
    ROUND_OPENED = "round_opened"
    """Say when you can."""
    ROUND_TIMES = "round_times"
    """The times of the family's talks."""
    ROUND_CANCELLED = "round_cancelled"
    SLOT_OFFERED = "slot_offered"
    """A time came free for who waits for it."""
    RUNNING_LATE = "running_late"
    DIGEST = "digest"
    """Several of these in one, for who likes to hear less often."""
    ACTIVITY_ASKED = "activity_asked"
    ACTIVITY_INVITATION = "activity_invitation"
    ACTIVITY_REMINDER = "activity_reminder"
    ACTIVITY_PLACE = "activity_place"
    ACTIVITY_CHANGE = "activity_change"
    ACTIVITY_CANCELLED = "activity_cancelled"
    IDEA_ANSWERED = "idea_answered"
    HOME_VISIT_ASKED = "home_visit_asked"
    HOME_VISIT_PLANNED = "home_visit_planned"
    HOME_VISIT_CANCELLED = "home_visit_cancelled"


class MessageState(StrEnum):
    """The life of a message."""

    WAITING = "waiting"
    """For its earliest moment, for the school that paused, or for the next try."""
    SENDING = "sending"
    SENT = "sent"
    TASK = "task"
    """A person of the school says it, prints it, or finds a way."""
    OVERTAKEN = "overtaken"
    """Cancelled, changed again, restricted since, or too late: it says no longer what is so."""
    IN_DIGEST = "in_digest"
    """Said in another message, together with others."""


class DeliveryState(StrEnum):
    """One try by one channel."""

    QUEUED = "queued"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    FAILED = "failed"
    """For good: the next channel comes."""
    DROPPED = "dropped"
    """Not needed any longer."""


class TaskKind(StrEnum):
    """What a person of the school does."""

    SAY = "say"
    """At the gate, by phone or by video: the script says what."""
    PRINT = "print"
    """And give it along."""
    WRITE_IN_DIARY = "write_in_diary"
    FIND_A_WAY = "find_a_way"
    """No way that we know of leads to this family."""


class TaskState(StrEnum):
    """The life of a task."""

    OPEN = "open"
    DONE = "done"
    NOT_REACHED = "not_reached"
    """Tried, in vain: the next way comes."""
    DROPPED = "dropped"
    """No longer needed."""
