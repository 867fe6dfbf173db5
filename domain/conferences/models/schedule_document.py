"""A schedule as the planner gives it: a document about a problem that was a document."""

from sqlmodel import Field, SQLModel

from domain.conferences.models.curve import Point


class TalkPlaced(SQLModel):
    """A talk that has its time."""

    meeting: str
    start: str = Field(description="Local time of the problem.", schema_extra={"examples": ["2026-11-17T18:40"]})
    interpreter: str | None = None


class Give(SQLModel):
    """What would have to give, and whose it is."""

    kind: str = Field(schema_extra={"examples": ["teacher_window"]})
    who: str | None = None


class Relaxation(SQLModel):
    """The least that would fit a talk: at which start, what would give, and which other talks would move."""

    start: str
    interpreter: str | None = None
    atoms: list[Give] = []
    moves: list[TalkPlaced] = []


class TalkLeftOut(SQLModel):
    """A talk that found no place, and why."""

    meeting: str
    reason: str
    relaxation: Relaxation | None = None


class Proof(SQLModel):
    """What no schedule whatever can do better than, and how far this one is from it."""

    mandatory_left_at_least: int
    weight_left_at_least: int
    planned_weight: int
    planned_weight_at_most: int
    gap: float = Field(ge=0, le=1, description="Of the planned weight: 0 is proven to be the best.")
    proven_levels: int = Field(ge=0, le=2, description="How many levels of the objective are proven, from the first.")


class ScheduleDocument(SQLModel):
    """The best schedule that was found within its budget, with its proof and how it came about."""

    problem: str = Field(description="The name of the problem.")
    scheduled: list[TalkPlaced]
    unscheduled: list[TalkLeftOut]
    objective: dict[str, int] = Field(description="The six levels by name, in their order; each is minimised.")
    proof: Proof
    curve: list[Point] = Field(description="The score over time.")
    seed: int
    workers: int
    seconds: float
