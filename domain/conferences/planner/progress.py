"""What a run tells while it goes on."""

from dataclasses import dataclass
from typing import Any, Literal

from domain.conferences.planner.judge import Six

Phase = Literal["reading", "placing", "improving", "proving", "explaining"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`planned_weight_at_most` is what no schedule can exceed; the gap is the part of it not planned."""

    seconds: float
    phase: Phase
    placed: int
    talks: int
    objective: Six | None
    planned_weight: int
    planned_weight_at_most: int

    @property
    def gap(self) -> float:
        return gap(self.planned_weight, self.planned_weight_at_most)

    def document(self) -> dict[str, Any]:
        return {
            "seconds": round(self.seconds, 2),
            "phase": self.phase,
            "placed": self.placed,
            "talks": self.talks,
            "objective": list(self.objective) if self.objective else None,
            "planned_weight": self.planned_weight,
            "planned_weight_at_most": self.planned_weight_at_most,
            "gap": round(self.gap, 6),
        }


def gap(planned: int, at_most: int) -> float:
    """Between 0 and 1."""
    return (at_most - planned) / at_most if at_most else 0.0
