"""What comes in through a one-time link: an answer, as the guardian's own."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from domain.activities.models.coming import ComingThenFields
from domain.activities.models.ideas import IdeaSaidFields
from domain.conferences.models.links import FamilyAnswerFields, SecretFields
from domain.kernel.text import Line
from domain.visits.models.answers import HomeVisitYesFields


class Says(StrEnum):
    """What a family can say."""

    ACCEPT = "accept"
    """Yes to a talk, to a time that came free, or to a visit."""
    DECLINE = "decline"
    AVAILABLE = "available"
    """When it can, in a round."""
    SIGN_UP = "sign_up"
    """They come to a moment of an activity, or with other numbers than they said before."""
    SIGN_OFF = "sign_off"
    IDEA = "idea"
    """What they would like, fear or could show."""
    WITHDRAW = "withdraw"
    """A yes to a visit is taken back."""


ALWAYS_SAYS = {Says.AVAILABLE: "availability", Says.SIGN_UP: "sign_up", Says.IDEA: "idea"}
"""The part of the answer without which this says nothing."""
MAY_SAY = {Says.ACCEPT: "visit", Says.SIGN_OFF: "moment_id"}


class MessageAnswerFields(SecretFields):
    """An answer, as the guardian's own."""

    says: Says
    proposal_id: UUID | None = Described(None, description="Which of the offered times; needed while several are open.")
    reason: Line | None = Described(None, description="With a no to a talk. Nobody needs to give one.")
    availability: FamilyAnswerFields | None = Described(None, description="When the family can; with `available`.")
    sign_up: ComingThenFields | None = Described(None, description="With how many, to which moment; with `sign_up`.")
    moment_id: UUID | None = Described(None, description="With `sign_off`; without it they come to none.")
    idea: IdeaSaidFields | None = Described(None, description="With `idea`.")
    visit: HomeVisitYesFields | None = Described(None, description="When and where; with `accept` of a visit.")

    @model_validator(mode="after")
    def _says_what_belongs(self) -> Self:
        for says, part in (ALWAYS_SAYS | MAY_SAY).items():
            missing = says in ALWAYS_SAYS and self.says == says and getattr(self, part) is None
            astray = self.says != says and getattr(self, part) is not None
            if missing or astray:
                what = {"part": part, "says": str(says)}
                raise PydanticCustomError("belongs_together", "`{part}` goes with `{says}`, and only with it.", what)
        return self
