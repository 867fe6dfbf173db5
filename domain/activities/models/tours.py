"""A tour as its team sees it: the route, the groups with their guides, and what still misses."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.activities.models.tour_guides import TourGuideRead
from domain.activities.models.tour_stops import TourStopRead
from domain.catalogue.models.words import Key
from domain.conversations.models.conversations import WarningRead
from domain.kernel.text import LanguageTag, Text


class DieSide(SQLModel):
    """A question on a side of the die."""

    text: Text
    pictogram: Key


class TourMoment(SQLModel):
    """A time at which the tour is walked."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    taken: int = Field(description="People of families who are not enrolled yet and come then.")


class TourFacts(SQLModel):
    """What is known of a tour, in one statement."""

    id: UUID
    version: int
    title: Text
    languages: list[LanguageTag]
    has_childcare: bool | None
    buggy_access: bool | None
    wheelchair_access: bool | None
    school: str
    time_zone: str
    moments: list[TourMoment]
    stops: list[TourStopRead]
    guides: list[TourGuideRead]
    questions: list[DieSide] = Field(description="Of the catalogue, in the school's order.")


class TourGroup(SQLModel):
    """People who walk together."""

    moment_id: UUID
    group_number: int
    takes: int = Field(description="People, ten at most: what the most careful of its guides takes.")
    guide_ids: list[UUID]


class TourRead(SQLModel):
    """A tour as it goes out."""

    id: UUID
    moments: list[TourMoment]
    stops: list[TourStopRead]
    guides: list[TourGuideRead]
    groups: list[TourGroup]
    minutes: int = Field(description="Of all stops together.")
    die: list[str] = Field(description="Five questions; the sixth side is blank, for the family's own.")
    findings: list[WarningRead]
