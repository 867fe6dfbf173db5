"""What the decision knows of a family: plain data, without names and without a single address or number."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.families.models.guardians import ReadingComfort
from domain.families.models.restrictions import RestrictionKind
from domain.plans.decision.week import Week
from domain.plans.models.contact_words import ContactChannel, DigitalAccess, Frequency
from domain.plans.models.topics import Topic
from domain.school.calendar import Period
from domain.school.models.words import InterpreterMode


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants to be reached, as their plan of this school year has it."""

    channels: tuple[ContactChannel, ...]
    """The best first."""
    languages: tuple[str, ...] = ()
    reading_comfort: ReadingComfort = ReadingComfort.READS_EASILY
    wants_interpreter: bool = False
    interpreter_mode: InterpreterMode | None = None
    reachable: Week | None = None
    """None: no hours were named."""
    blocked: tuple[Period, ...] = ()
    digital_access: DigitalAccess = DigitalAccess.COMPUTER
    has_urgent_phone: bool = False
    frequency: Frequency = Frequency.WHEN_NEEDED
    at_once: frozenset[Topic] = frozenset()
    in_summary: frozenset[Topic] = frozenset()


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the plan agrees with somebody about one topic."""

    topic: Topic
    channel: ContactChannel
    frequency: Frequency = Frequency.WHEN_NEEDED
    answered_by_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody can be reached, whoever they are in the family."""

    languages: tuple[str, ...] = ()
    reading_comfort: ReadingComfort = ReadingComfort.READS_EASILY
    has_email: bool = False
    has_phone: bool = False
    wishes: Wishes | None = None
    """None: no plan of this school year has them."""
    agreements: tuple[Agreed, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit(Period):
    """A restriction towards this student."""

    kind: RestrictionKind


@dataclass(frozen=True, slots=True)
class Guardian:
    """Somebody who raises the student, with the rights that follow."""

    guardian_id: UUID
    person: Person
    legal_authority: bool = True
    right_to_information: bool = True
    may_be_contacted: bool = True
    is_parent: bool = True
    """Mother, father or parent: keeps the right to information without authority too (R18)."""
    legal_parents_agreed_on: date | None = None
    ended_on: date | None = None
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Student:
    """The student: the school has no address or number of theirs."""

    student_id: UUID
    person: Person
    born_on: date | None = None
    said_yes: bool = False
    """The student's own yes to the plan of this school year."""


@dataclass(frozen=True, slots=True)
class Family:
    """A student and those who raise them."""

    student: Student
    guardians: tuple[Guardian, ...]
