"""A plan with the names that a card needs."""

from pydantic import BaseModel, Field

from domain.plans.models.agreements import PlanAgreementRead
from domain.plans.models.guardian_wishes import GuardianWishesRead
from domain.plans.models.options import CommunicationOptionsRead
from domain.plans.models.plans import CommunicationPlanRead
from domain.plans.models.words import PlanStatus


class NamedAgreement(PlanAgreementRead):
    """An agreement, and the name of who answers."""

    answered_by: str | None


class NamedOptions(CommunicationOptionsRead):
    """Options, and the names of whose they are and of who stands in."""

    name: str | None
    stand_in: str | None


class NamedWishes(GuardianWishesRead):
    """A guardian's wishes, and their name."""

    name: str


class PlanCard(CommunicationPlanRead):
    """A plan with the parts that its holder may see, and their names."""

    student: str
    school: str
    school_year: str
    options: list[NamedOptions]  # type: ignore[assignment]
    guardian_wishes: list[NamedWishes]  # type: ignore[assignment]
    agreements: list[NamedAgreement]  # type: ignore[assignment]


class SummaryLine(BaseModel):
    """One line: what it is about, and what stands there."""

    name: str
    said: str
    pictogram: str | None = Field(description="Of `/v1/pictograms`.")


class SummarySection(BaseModel):
    """What belongs together."""

    title: str
    lines: list[SummaryLine]


class PlanSummary(BaseModel):
    """A plan in plain words, for one reader."""

    title: str
    student: str
    school: str
    school_year: str
    status: PlanStatus
    status_in_words: str
    review: str = Field(description="When the three look back.")
    sections: list[SummarySection] = Field(description="The agreements first, then the school, then the family.")
