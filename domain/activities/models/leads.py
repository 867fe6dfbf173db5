"""Families who are not enrolled yet: the least that is needed to answer them, kept for a set time."""

from datetime import date
from typing import Any, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.activities.models.tour_guides import LARGEST_GROUP
from domain.activities.models.tour_words import LeadWish
from domain.kernel.contact import Email, Phone
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line


class LeadFields(Fields):
    """A family that asks for a tour or a talk before it enrols. Ask no more than this."""

    name: Line
    language: LanguageTag = Field(description="In which the family likes to be answered.")
    email: Email | None = Field(None, description="One way to reach: this, or a phone number.")
    phone: Phone | None = None
    wish: LeadWish = Field(sa_type=WORD)
    told: Line | None = Field(None, description="What the family wants to tell already; never asked for.")
    may_keep_told: bool = Field(default=False, description="What was told may go along to the enrolment talk.")
    keep_until: date | None = Field(
        None, description="On this day the lead is erased; six months after it was made unless you choose sooner."
    )

    @model_validator(mode="after")
    def _has_one_way(self) -> Self:
        if (self.email is None) == (self.phone is None):
            raise PydanticCustomError("one_way_to_reach", "Give one way to reach: an e-mail address or a phone number.")
        return self


class Lead(Row, LeadFields, table=True):
    __tablename__ = "leads"
    __table_args__: Any = (
        Index(None, "school_id", "created_at"),
        Index(None, "school_id", "keep_until"),
        CheckConstraint("num_nonnulls(email, phone) = 1", name="one_way_to_reach"),
    )

    keep_until: date


class LeadPlaceFields(Fields):
    """A moment of a tour that the school offers to a family, or that the family takes."""

    moment_id: UUID = reference("activity_moments", cascade=True)
    people: int = Field(ge=1, le=LARGEST_GROUP, description="Who come along, children included.")
    is_taken: bool = Field(default=False, description="False: the school offers it. True: the family comes then.")


class LeadPlace(Row, LeadPlaceFields, table=True):
    __tablename__ = "tour_lead_places"
    __table_args__: Any = (
        Index("tour_lead_places_once", "school_id", "lead_id", "moment_id", unique=True),
        Index(None, "school_id", "moment_id"),
    )

    lead_id: UUID = reference("leads", cascade=True)


class LeadPlaceRead(LeadPlaceFields):
    """A moment of a lead as it goes out."""

    activity_id: UUID
    local_start: str = Field(description="In the school's time zone.")


class LeadRead(RowRead, LeadFields):
    """A lead as it goes out."""

    keep_until: date
    places: list[LeadPlaceRead]
