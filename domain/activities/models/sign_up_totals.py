"""How many come, per moment: what the team sets the tables for."""

from datetime import datetime
from uuid import UUID

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.kernel.text import LanguageTag


class Coming(SQLModel):
    """Sign-ups, and the people in them."""

    sign_ups: int
    adults: int
    children: int
    brings_along: int


class WalkedIn(SQLModel):
    """People who came without a sign-up."""

    adults: int
    children: int


class LanguageWished(SQLModel):
    """A language that is wished for."""

    language: LanguageTag
    times: int = Described(description="Sign-ups, or walk-ins, that wish it.")


class MomentTotals(SQLModel):
    """Of one moment."""

    moment_id: UUID
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    places_left: int | None = Described(description="Null: everybody is welcome.")
    signed_up: Coming
    waiting: Coming
    came: Coming = Described(description="Of who had signed up, or waited.")
    walked_in: WalkedIn
    languages: list[LanguageWished] = Described(description="Of who signed up or waits.")
    walked_in_languages: list[LanguageWished]


class SignUpTotals(SQLModel):
    """Of an activity."""

    activity_id: UUID
    moments: list[MomentTotals]
