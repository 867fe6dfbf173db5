"""What every way out has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.plans.models.contact_words import ContactChannel


class Answer(StrEnum):
    """What became of a letter."""

    SENT = "sent"
    LATER = "later"
    """Not now; trying again may help."""
    FAILED = "failed"
    """Not by this way, ever."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """With a code of ours for what went wrong: the words of the other side may name somebody."""

    answer: Answer
    problem: str | None = None
    confirmed: bool = True
    """False: everything went out, and the answer was lost. It is never sent again."""


SENT = Outcome(Answer.SENT)
NO_CONNECTION = "no_connection"
"""The problem of a way on which nobody answers."""


def later(problem: str) -> Outcome:
    return Outcome(Answer.LATER, problem)


def failed(problem: str) -> Outcome:
    return Outcome(Answer.FAILED, problem)


def unanswered(problem: str, crossing: "Crossing") -> Outcome:
    """What was handed over may have arrived; what was not is tried again."""
    return Outcome(Answer.SENT, "no_answer", confirmed=False) if crossing.done else later(problem)


class Crossing:
    """The point of no return of one letter: called right before it, it is written down and remembered."""

    def __init__(self, write_down: Callable[[], None]) -> None:
        self._write_down, self.done = write_down, False

    def __call__(self) -> None:
        self._write_down()
        self.done = True


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one person, ready to go out."""

    reference: UUID
    """The id of the delivery: the same however often it is tried, so that who receives it twice knows."""
    channel: ContactChannel
    to: str | None
    """An address, a number in E.164, or for the platform the id of the recipient; None when we have none."""
    short: str
    """For channels of one text."""
    mail: EmailMessage | None = None
    platform: "Platform | None" = None


@dataclass(frozen=True, slots=True)
class Platform:
    """Where the school's own platform takes messages, and what it is told beside the text."""

    url: str
    secret: str | None
    content: dict[str, object]


class Channel(Protocol):
    """One way out of the house."""

    async def hand_over(self, letter: Letter, crossing: Crossing) -> Outcome:
        """Call `crossing` right before the point of no return, where there is one. Never raises for what the other
        side does."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
