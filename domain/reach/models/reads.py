"""Reach as it goes out."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError
from sqlmodel import SQLModel

from domain.kernel.page import Cursor
from domain.kernel.text import Text
from domain.plans.models.contact_words import ContactChannel, DayOfWeek
from domain.reach.models.words import By, Reached, Since, Step
from domain.school.models.words import Level


class PeriodQuery(BaseModel):
    """Of which days, and whom. Half open; left out, the twelve months up to and with today."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    since: date | None = Described(None, alias="from", ge=date(1900, 1, 2), le=date(2199, 12, 30))
    until: date | None = Described(None, alias="to", ge=date(1900, 1, 2), le=date(2199, 12, 30))
    class_id: UUID | None = None
    level: Level | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.since and self.until and self.until <= self.since:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self


class ReachQuery(PeriodQuery):
    """By what. By language there is one table: of the whole school, over the twelve months before this month began."""

    by: By = By.LEVEL


class FamiliesQuery(PeriodQuery):
    """Of how many families the school wants to know what it can try."""

    group: Reached | None = Described(None, description="Left out: all with whom the school has not spoken.")
    cursor: Cursor | None = Described(None, description="`next_cursor` of the page before.")
    limit: int = Described(50, ge=1, le=200, description="How many at most.")


class ReachRow(SQLModel):
    """A group of families. A student's family counts once in it."""

    key: str = Described(
        description="A class's id, a level, a language, `other` or `all` of them, or a kind of contact."
    )
    name: str = Described(description="As people call it; empty where the key says it.")
    families: int
    spoken_with: int
    invited_not_met: int
    never_answered: int
    never_invited: int


class SinceRow(SQLModel):
    """How many families the school spoke with so long ago, in any form."""

    since: Since
    families: int


class ChannelRow(SQLModel):
    """Messages that asked for an answer, by channel."""

    channel: str
    messages: int
    answered: float | None = Described(
        description="The share that was answered, 0 to 1; null under five messages, which say little. Whether a "
        "message was read is not known: the school keeps no read receipts."
    )


class RoundFigures(SQLModel):
    """How the last published round treated families' time. Null where fewer than five families would tell it."""

    round_id: UUID
    name: Text
    availability_respected: float | None = Described(description="Share of families with every talk in what they said.")
    median_wait_minutes: int | None
    longest_wait_minutes: int | None
    interpreters_wished: int | None
    interpreters_present: int | None


class ReachRead(SQLModel):
    """Whom the school spoke with. What it says is about the school: no family is ranked (R38)."""

    says: str
    since: date
    until: date
    by: By
    rows: list[ReachRow]
    small_groups_merged: bool = Described(
        description="By language: languages of fewer than five families stand together in `other`, and every number is "
        "rounded to fives, so that no two tables tell which family came or went in between."
    )
    last_spoken: list[SinceRow] = Described(description="Counted until today, or until the last day of the period.")
    channels: list[ChannelRow]
    last_round: RoundFigures | None = Described(description="For the office.")


class TriedRead(SQLModel):
    """A way that the school tried."""

    what: str
    way: str
    tried_on: date


class MomentRead(SQLModel):
    """A part of the week that was not offered yet."""

    weekday: DayOfWeek | None = Described(description="Null: whichever; nobody of the family named hours.")
    part: str = Described(description="`morning`, `afternoon` or `evening`.")
    says: str = Described(examples=["on Tuesday evening"])


class FromPlan(SQLModel):
    """What the communication plan of this school year says of the step."""

    says: str


class FromCatalogue(SQLModel):
    """What the catalogue says of the step."""

    meeting_type: str = Described(description="The key of the form of conversation where it stands.")
    says: str | None
    source: list[str] = Described(description="Tags of `/v1/sources`.")


class FamilyToReach(SQLModel):
    """A family, and what the school can try. No share, no count, no rank."""

    student_id: UUID
    given_name: str
    family_name: str
    group: Reached
    tried: list[TriedRead]
    next_step: Step
    reason: str
    channel: ContactChannel | None = Described(description="Of a step that goes by one.")
    guardian_id: UUID | None = Described(description="With whom, where the step depends on it.")
    moment: MomentRead | None = Described(description="Which part of the week to offer, where the step offers one.")
    from_plan: FromPlan | None = Described(description="Null: it follows no wish or agreement of the plan.")
    from_catalogue: FromCatalogue | None


class FamiliesToReach(SQLModel):
    """In the order of the alphabet."""

    says: str
    since: date
    until: date
    items: list[FamilyToReach]
    next_cursor: str | None = Described(None, description="Give it as `cursor` for the next page; null on the last.")
