"""A planning that is under way, told to who waits for it: progress, the score over time, and the wish to finish."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from domain.conferences.models.curve import CurveShown
from domain.conferences.planner.process import Budget, planning
from domain.kernel.work import Work

LEAST_SECONDS = 0.4
"""Between two tellings."""


async def planned(
    work: Work, problem: str, budget: Budget, keep: Callable[[CurveShown], Awaitable[None]]
) -> dict[str, Any]:
    """The schedule of a problem (one line of JSON), planned within its budget, or ended early when that was asked.

    `keep` gets the score over time as it grows.

    Raises:
        Cancelled: when somebody asked to stop; the planner is gone by then.
        PlannerBroke, ProblemRefused: see `planning`.
    """
    curve = CurveShown()
    async with planning(problem, budget) as planner:
        async for progress in planner:
            if curve.points and progress["seconds"] - curve.points[-1].seconds < LEAST_SECONDS:
                continue
            curve = curve.grown(progress)
            await keep(curve)
            await work.tell(progress["phase"], progress["placed"], progress["talks"], **_figures(progress))
            if work.is_to_finish and progress["placed"]:
                planner.stop()
    return planner.schedule


def _figures(progress: Mapping[str, Any]) -> dict[str, float | None]:
    mandatory, weight, changes, burden, *_ = progress["objective"]
    left = {"mandatory_left": mandatory, "weight_left": weight, "changes": changes, "burden": burden}
    return left | {name: progress.get(name) for name in ("seconds", "planned_weight", "planned_weight_at_most", "gap")}
