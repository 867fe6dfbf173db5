"""A schedule and all that is known about it, and how its document says so."""

from dataclasses import dataclass, field
from typing import Any

from domain.conferences.planner.document import written
from domain.conferences.planner.explain.relaxation import LeftOut, entry
from domain.conferences.planner.judge import Six, objective
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.progress import gap
from domain.conferences.planner.proof import Bound

NAMES = (
    "mandatory_unscheduled",
    "unscheduled_weight",
    "published_changes",
    "family_burden",
    "preferences_fairness",
    "teacher_time",
)
MOST_POINTS = 200


@dataclass(slots=True)
class Curve:
    """The score over time: seconds, talks placed and the first four levels; never more than 200 points."""

    points: list[list[float]] = field(default_factory=list)

    def note(self, seconds: float, placed: int, levels: Six) -> None:
        now = [placed, *levels[:4]]
        if self.points and self.points[-1][1:] == now:
            return
        self.points.append([round(seconds, 2), *now])
        if len(self.points) > MOST_POINTS:
            del self.points[1:-1:2]


@dataclass(frozen=True, slots=True)
class Solution:
    """`left` are the explanations of the talks left out."""

    problem: Problem
    placed: list[Placed]
    left: list[LeftOut]
    bound: Bound
    curve: Curve
    seed: int
    workers: int
    seconds: float

    def document(self) -> dict[str, Any]:
        levels = objective(self.problem, self.placed)
        return {
            "problem": self.problem.name,
            "seed": self.seed,
            "workers": self.workers,
            "seconds": round(self.seconds, 2),
            "scheduled": [self._scheduled(one) for one in self.placed],
            "unscheduled": [entry(self.problem, left) for left in self.left],
            "objective": dict(zip(NAMES, levels, strict=True)),
            "proof": self._proof(levels),
            "curve": self.curve.points,
        }

    def _scheduled(self, one: Placed) -> dict[str, Any]:
        interpreter = None if one.interpreter is None else self.problem.interpreters[one.interpreter].id
        return {
            "meeting": self.problem.meetings[one.meeting].id,
            "start": written(one.start),
            "interpreter": interpreter,
        }

    def _proof(self, levels: Six) -> dict[str, Any]:
        total = total_weight(self.problem)
        planned, at_most = total - levels[1], total - self.bound.weight_left
        return {
            "mandatory_left_at_least": self.bound.mandatory_left,
            "weight_left_at_least": self.bound.weight_left,
            "planned_weight": planned,
            "planned_weight_at_most": at_most,
            "gap": round(gap(planned, at_most), 6),
            "proven_levels": proven_levels(levels, self.bound),
        }


def total_weight(problem: Problem) -> int:
    """Of the talks that somebody asked for; mandatory ones are counted by number."""
    return sum(meeting.weight for meeting in problem.meetings if not meeting.mandatory)


def proven_levels(levels: Six, bound: Bound) -> int:
    """How many levels, from the first on, nobody can better."""
    if levels[0] > bound.mandatory_left:
        return 0
    return 1 if levels[1] > bound.weight_left else 2
