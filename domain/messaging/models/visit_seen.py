"""A visit at home, as the guardian who is asked sees it with a link: never with the address (R30)."""

from datetime import datetime

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.conversations.models.conversations import TimeFields
from domain.kernel.text import Line, Text
from domain.visits.models.visitors import HomeVisitVisitorRead
from domain.visits.models.words import VisitPlace, VisitPurpose, VisitStatus


class VisitSeen(SQLModel):
    """What is asked, and what the family chose."""

    purpose: VisitPurpose
    why: Text
    about: Line = Described(description="The student's given name.")
    minutes: int
    status: VisitStatus
    moments: list[TimeFields]
    place: VisitPlace | None
    elsewhere: Line | None
    starts_at: datetime | None
    ends_at: datetime | None
    time_zone: str
    visitors: list[HomeVisitVisitorRead]
