"""What the school agrees with whom."""

from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line, Paragraph
from domain.plans.models.contact_words import ContactChannel, Frequency, Starter
from domain.plans.models.words import Party


class PlanAgreementFields(Fields):
    """What the school and one guardian, or the student, agree about one topic."""

    party: Party = Field(sa_type=WORD, description="With whom: `guardian` or `student`.")
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None, description="Which guardian.")
    topic: Line = Field(schema_extra={"examples": ["Huiswerk"]})
    channel: ContactChannel = Field(sa_type=WORD)
    who_starts: Starter = Field(Starter.ANYONE, sa_type=WORD)
    frequency: Frequency = Field(Frequency.WHEN_NEEDED, sa_type=WORD)
    answered_by_id: UUID | None = reference(
        "staff_members", default=None, description="Who of the school answers; their own options count then."
    )
    good_news_too: bool = True
    if_it_gets_hard: Paragraph | None = Field(None, description="Who then speaks to whom, and how.")
    compromise: Paragraph | None = Field(None, description="Why this channel, when it is none of the party's wishes.")

    @model_validator(mode="after")
    def _names_its_party(self) -> Self:
        if self.party is Party.TEACHER or (self.party is Party.GUARDIAN) is (self.guardian_id is None):
            raise PydanticCustomError("party_unclear", "An agreement is with the student or with one named guardian.")
        return self


GUARDIAN_NAMED = "(party = 'guardian') = (guardian_id IS NOT NULL)"


class PlanAgreement(Row, PlanAgreementFields, table=True):
    __tablename__ = "plan_agreements"
    __table_args__ = (CheckConstraint(GUARDIAN_NAMED, name="guardian_named"), Index(None, "school_id", "plan_id"))

    plan_id: UUID = reference("communication_plans", cascade=True)


class PlanAgreementRead(RowRead, PlanAgreementFields):
    """An agreement as it goes out."""
