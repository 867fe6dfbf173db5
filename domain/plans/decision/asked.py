"""What is asked of the decision, and what it answers: how, when, in which language and through whom to reach whom."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.kernel.errors import Message
from domain.plans.models.contact_words import ContactChannel, Frequency
from domain.plans.models.topics import Topic, Urgency
from domain.plans.models.words import Party
from domain.school.models.words import InterpreterMode


@dataclass(frozen=True, slots=True)
class Question:
    """How do we reach the family of this student, about this topic, now?"""

    topic: Topic
    urgency: Urgency
    moment: datetime
    """Aware; from then on."""
    guardian_ids: frozenset[UUID] | None = None
    """Only these guardians; None: all who have a right to hear it."""
    to_student: bool = False
    """The student as well."""
    sender_id: UUID | None = None
    """Who of the staff it comes from; None: the school."""
    student_agreed: bool = False
    """A student of age agreed that the parents hear of it (R19)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the decision, in the order in which it was taken."""

    said: Message
    data: tuple[tuple[str, str], ...] = ()


REASONS: dict[str, Reason] = {}
"""All that the decision may say, by code: a message that is kept has the codes of its reasons only."""


def because(code: str, nl: str, fr: str, en: str) -> Reason:
    """What a part of the decision may say."""
    reason = REASONS[code] = Reason(Message(code, nl, fr, en))
    return reason


@dataclass(frozen=True, slots=True)
class Reached:
    """One person, and how they are reached."""

    party: Party
    guardian_id: UUID | None
    """None: the student."""
    channel: ContactChannel | None
    """None: no way is open to the school; a person of the school finds one."""
    further: tuple[ContactChannel, ...]
    """What comes next when this way fails for good, the best first."""
    languages: tuple[str, ...]
    """The reader's first, Dutch beside it."""
    earliest: datetime
    interpreter: InterpreterMode | None
    wants_interpreter: bool
    sender_id: UUID | None
    """Who of the staff sends or says it; None: the office."""
    reasons: tuple[Reason, ...]
    frequency: Frequency = Frequency.WHEN_NEEDED
    """How often this person likes to hear about it: what is ordinary may wait until then and come together."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A guardian who hears nothing of it, and why."""

    guardian_id: UUID
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Everybody of one student's family. When nobody is reached, `for_school` says what the school does."""

    reached: tuple[Reached, ...]
    left_out: tuple[LeftOut, ...]
    for_school: tuple[Reason, ...]
    """Why a person of the school has to do something; empty when somebody is reached."""
