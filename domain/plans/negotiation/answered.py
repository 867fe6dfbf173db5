"""What comes from the table: agreements that satisfy both sides, and the nearest to what cannot be met."""

from typing import Any

from pydantic import BaseModel, Field

from domain.kernel.text import LanguageTag, Line
from domain.plans.models.contact_words import ContactChannel, Frequency
from domain.plans.models.hours import WeeklyHours
from domain.plans.sentences import Name
from domain.school.models.words import InterpreterMode


class Compromise(BaseModel):
    """Where an agreement lies outside of what was wished."""

    field: str = Field(description="Of the agreement: `channel`, `hours`, `language` or `interpreter_mode`.")
    code: str
    reason: Name


class ProposedAgreement(BaseModel):
    """What both sides can keep to. What does not lie in both stands under `compromises`."""

    channel: ContactChannel
    topics: list[Line]
    frequency: Frequency
    answered_by: Line | None = Field(description="The name of who of the staff; null: the school.")
    hours: list[WeeklyHours] = Field(description="When both are there; empty for what waits to be read, and for any.")
    language: LanguageTag
    interpreter_mode: InterpreterMode | None
    compromises: list[Compromise]


class UnmetWish(BaseModel):
    """A wish that cannot be met, with what comes nearest."""

    pointer: str = Field(description="The wish, in what you sent.", examples=["/parties/0/channels/1"])
    wish: Any = Field(description="As you sent it.")
    nearest: Any = Field(description="Of what is offered: a channel, hours, a language or a mode; null: nothing is.")
    code: str
    reason: Name


class PartyAnswer(BaseModel):
    """What one party can agree with the school."""

    name: Line
    agreements: list[ProposedAgreement] = Field(description="The best first.")
    unmet: list[UnmetWish]


class Negotiated(BaseModel):
    """Party by party, in the order in which they were sent."""

    parties: list[PartyAnswer]
