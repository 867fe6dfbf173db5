"""A planner at work, followed by a job: how far it is is told as it goes, and it ends when somebody asks it to."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.conferences.models.curve import CurveShown
from domain.conferences.planner.process import Budget, planning
from domain.kernel.work import Work

See = Callable[[CurveShown], Awaitable[None]]

LEAST_SECONDS = 0.4
"""Between two tellings."""


async def followed(work: Work, problem: str, budget: Budget, see: See) -> dict[str, Any]:
    """The schedule of this problem (one line of JSON); `see` gets its score over time as it grows.

    Raises:
        Cancelled: when somebody asked to stop; then nothing is kept.
    """
    curve = CurveShown()
    async with planning(problem, budget) as planner:
        async for progress in planner:
            if curve.points and progress["seconds"] - curve.points[-1].seconds < LEAST_SECONDS:
                continue
            curve = curve.grown(progress)
            await see(curve)
            await work.tell(progress["phase"], progress["placed"], progress["talks"], **_figures(progress))
            if work.is_to_finish and progress["placed"]:
                planner.stop()
    return planner.schedule


def _figures(progress: dict[str, Any]) -> dict[str, float | None]:
    mandatory, weight, changes, burden, *_ = progress["objective"]
    left = {"mandatory_left": mandatory, "weight_left": weight, "changes": changes, "burden": burden}
    return left | {name: progress.get(name) for name in ("seconds", "planned_weight", "planned_weight_at_most", "gap")}
