"""Stand-in until the merge: proof/ and explain/ come from elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from domain.conferences.planner.problem import Placed, Problem


@dataclass(frozen=True, slots=True)
class Bound:
    mandatory_left: int
    weight_left: int


def bound(
    problem: Problem,
    *,
    seconds: float,
    workers: int,
    tell: Callable[[Bound], None],
    stop: Callable[[], bool],
    hint: list[Placed],
) -> Bound:
    del problem, seconds, workers, tell, stop, hint
    return Bound(0, 0)


def explain(problem: Problem, placed: Sequence[Placed], *, stop: Callable[[], bool] = lambda: False) -> list[int]:
    del stop
    there = {one.meeting for one in placed}
    return [index for index in range(len(problem.meetings)) if index not in there]


def entry(problem: Problem, left: int) -> dict[str, Any]:
    return {"meeting": problem.meetings[left].id, "reason": "unknown", "relaxation": None}
