"""An order of the day, as it is asked for and as it goes out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

MOST_VISITORS_A_DAY = 4


class DayQuery(BaseModel):
    """Which day, and who could go."""

    model_config = ConfigDict(extra="forbid")

    date: date
    staff_id: list[UUID] = Field(
        [], max_length=MOST_VISITORS_A_DAY, description="Who goes, each on a walk of their own."
    )
    travel_minutes: int | None = Field(
        None, ge=0, le=120, description="From the school; what the school sets when null."
    )


class DayStop(BaseModel):
    """A visit to plan."""

    visit_id: UUID
    staff_id: UUID
    starts_at: datetime
    ends_at: datetime
    local_start: str
    postal_code: str | None = Field(description="When the family gave an address; the address itself stays out of it.")
    travel_minutes: int = Field(description="On the way there, from the school or from the visit before.")


class DayPlan(BaseModel):
    """A proposal: nothing is held until the visits are planned."""

    date: date
    stops: list[DayStop]
    left_out: list[UUID] = Field(description="Visits with a moment that day for which nobody has time.")
