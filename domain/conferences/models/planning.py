"""What the office asks of a planning, and what it supposes in a what-if or a new plan."""

from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError

from domain.conferences.models.windows import MOST_WINDOWS, Window
from domain.kernel.row import Fields
from domain.kernel.text import Line


class PlanningFields(Fields):
    """How long to search, and how."""

    name: Line = Described("Ontwerp", description="For the office, to tell drafts apart.")
    seconds: int = Described(30, ge=1, le=600, description="The whole time, proof and explanations included.")
    seed: int = Described(1, ge=0, lt=1 << 31, description="With one worker, the same seed gives the same schedule.")
    workers: int = Described(1, ge=1, le=4, description="Cores to use.")


class MoreTime(Fields):
    """Somebody could come at more times than they said."""

    family_id: UUID | None = None
    staff_id: UUID | None = None
    windows: list[Window] = Described(min_length=1, max_length=MOST_WINDOWS)

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if (self.family_id is None) == (self.staff_id is None):
            raise PydanticCustomError("one_person", "Name one: {expected}.", {"expected": "family_id, staff_id"})
        return self


class WhatIfFields(PlanningFields):
    """What if this gave way? Nobody is bound by it."""

    name: Line = "Wat als"
    granted: list[UUID] = Described(
        default=[], max_length=20, description="Talks that were left out: what would have to give for each, gives."
    )
    more_time: list[MoreTime] = Described(default=[], max_length=20)


class Absence(Fields):
    """Somebody of the staff cannot be there."""

    staff_id: UUID
    starts_at: AwareDatetime | None = Described(None, description="Null: the whole round.")
    ends_at: AwareDatetime | None = Described(None, description="Null: until the end of the round.")


class SessionMove(Window):
    """A session takes place at another time. The draft takes who could come then to come now; once it is published,
    families of whom that is not known are asked again."""

    session_id: UUID


class ReplanFields(PlanningFields):
    """What changed since the schedule was published."""

    name: Line = "Herplanning"
    absences: list[Absence] = Described(default=[], max_length=100)
    cancelled_family_ids: list[UUID] = Described(default=[], max_length=200, description="They do not come at all.")
    moved_sessions: list[SessionMove] = Described(default=[], max_length=20)
