"""What is brought to the table: what each party wishes, and what the school and its staff can offer."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from domain.kernel.row import Fields
from domain.kernel.text import LanguageTag, Line
from domain.plans.models.contact_words import Frequency
from domain.plans.models.hours import WeeklyHours
from domain.plans.models.options import Ranked
from domain.school.models.words import InterpreterMode


class WishesAtTheTable(Fields):
    """What the student or one guardian wishes."""

    name: Line = Field(description="Yours: the answer names the party by it.", examples=["mother"])
    party: Literal["student", "guardian"] = "guardian"
    channels: Ranked = Field(min_length=1, description="The best first.")
    topics: list[Line] = Field(default=[], max_length=20, description="About what; empty: about everything.")
    frequency: Frequency = Frequency.WHEN_NEEDED
    languages: list[LanguageTag] = Field(default=[], max_length=10, description="The best first; empty: any.")
    hours: list[WeeklyHours] = Field(default=[], max_length=30, description="When to be reached; empty: any.")
    wants_interpreter: bool = False
    interpreter_mode: InterpreterMode | None = Field(None, description="Null: whichever.")


class OfferAtTheTable(Fields):
    """What the school, or one of its staff, can keep up all year."""

    channels: Ranked = Field(min_length=1)
    hours: list[WeeklyHours] = Field(default=[], max_length=30, description="When there is an answer; empty: any.")
    languages: list[LanguageTag] = Field(["nl"], min_length=1, max_length=20)
    interpreter_modes: list[InterpreterMode] = Field(default=[], max_length=3, description="Empty: no interpreter.")


class StaffAtTheTable(OfferAtTheTable):
    """What one of the staff can offer, of what the school offers."""

    name: Line = Field(description="Yours: the answer names who answers by it.", examples=["class teacher"])


def _named_apart(parties: list[WishesAtTheTable]) -> list[WishesAtTheTable]:
    if len({one.name for one in parties}) < len(parties):
        raise PydanticCustomError("name_taken", "Give each party a name of its own.")
    return parties


class NegotiationFields(Fields):
    """Both sides of the table; each party is answered by itself, whoever else sits there."""

    parties: Annotated[list[WishesAtTheTable], AfterValidator(_named_apart)] = Field(min_length=1, max_length=10)
    school: OfferAtTheTable
    staff: list[StaffAtTheTable] = Field(default=[], max_length=10)
