"""What the office asks of a planning."""

from pydantic import Field

from domain.kernel.row import Fields
from domain.kernel.text import Line


class PlanningFields(Fields):
    """How long to search, and how."""

    name: Line = Field("Ontwerp", description="For the office, to tell drafts apart.")
    seconds: int = Field(30, ge=1, le=600, description="The whole time, proof and explanations included.")
    seed: int = Field(1, ge=0, lt=1 << 31, description="With one worker, the same seed gives the same schedule.")
    workers: int = Field(1, ge=1, le=4, description="Cores to use.")
