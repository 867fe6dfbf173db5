"""A problem in, the best schedule found in the time there is, what is proven of it, and why talks are left out."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from time import monotonic
from typing import TypeVar

from domain.conferences.planner.budget import share
from domain.conferences.planner.explain import explain
from domain.conferences.planner.problem import Problem
from domain.conferences.planner.progress import Phase, Progress
from domain.conferences.planner.proof import NOTHING, Bound, bound
from domain.conferences.planner.search.course import AGAIN, FIRST, REPLAN
from domain.conferences.planner.search.crew import TELL_EVERY, Crew
from domain.conferences.planner.solution import Curve, Solution, proven_levels, total_weight

Tell = Callable[[Progress], None]
Stop = Callable[[], bool]
Result = TypeVar("Result")
BOTH = 2
TALKS_A_WALK = 50
"""For each so many talks, one walk in vain more before it is good enough."""


def solve(
    problem: Problem, *, seconds: float, seed: int, workers: int, tell: Tell, stop: Stop, began: float | None = None
) -> Solution:
    """Search, prove, search on, explain. `began` (monotonic) is when the seconds began to count; default now.

    With one worker the search is counted, not timed: the same problem and seed give the same schedule.
    """
    return _Run(problem, seconds, seed, workers, tell, stop, monotonic() if began is None else began).solve()


class _Run:
    def __init__(
        self, problem: Problem, seconds: float, seed: int, workers: int, tell: Tell, stop: Stop, began: float
    ) -> None:
        self._problem, self._seed, self._workers = problem, seed, workers
        self._tell_progress, self._stop, self._began = tell, stop, began
        self._budget = share(seconds, len(problem.meetings), replanning=bool(problem.published))
        self._bound, self._curve = NOTHING, Curve()
        self._phase: Phase = "placing"
        self._course = REPLAN if problem.published else FIRST
        self._thread = ThreadPoolExecutor(1)
        self._crew = Crew(problem, self._course, seed, workers)
        self._search_left = self._budget.search - (self._elapsed() if workers > 1 else 0)

    def solve(self) -> Solution:
        self._tell()
        self._walk(self._budget.walk)
        if self._budget.proof:
            self._in("proving", lambda: self._prove(self._budget.proof))
        if self._bound.better:
            self._begin_again()
        self._walk_again()
        placed = self._crew.placed()
        left = self._in("explaining", lambda: explain(self._problem, placed, stop=self._late(self._budget.seconds)))
        return Solution(
            self._problem, placed, left, self._bound, self._curve, self._seed, self._workers, self._elapsed()
        )

    def _walk(self, seconds: float) -> None:
        """Search for so long, or for what is left."""
        self._phase = "improving"
        lasting = max(0.1, min(seconds, self._search_left))
        self._crew.run(self._course, lasting, self._tell, self._late(self._budget.seconds - self._budget.explain))
        self._search_left -= lasting
        self._course = REPLAN if self._problem.published else AGAIN

    def _walk_again(self) -> None:
        """Warm up and cool down as often as there is time, until what is left to gain is not found any more."""
        fruitless = 0
        while self._search_left > 0 and not self._stop():
            before = self._crew.best
            self._walk(self._budget.walk)
            fruitless = fruitless + 1 if self._crew.best == before else 0
            if fruitless > len(self._problem.meetings) // TALKS_A_WALK and proven_levels(before, self._bound) == BOTH:
                return

    def _begin_again(self) -> None:
        """From talks that beat what was found; and what the new schedule leaves out is another proof."""
        self._crew.begin_from(self._bound.better)
        self._course = FIRST
        self._walk(self._budget.walk)
        self._in("proving", lambda: self._prove(self._budget.proof / 2))

    def _prove(self, seconds: float) -> None:
        end = self._budget.seconds - self._budget.explain
        self._bound = bound(
            self._problem,
            seconds=max(0.1, min(seconds, end - self._elapsed())),
            workers=self._workers,
            tell=self._learn,
            stop=self._late(end),
            hint=self._crew.placed(),
            known=self._bound,
        )
        if self._workers > 1:  # what the proof did not need is for the search
            self._search_left = self._budget.search + self._budget.proof - self._elapsed()

    def _in(self, phase: Phase, work: Callable[[], Result]) -> Result:
        """Do something else than searching, and go on telling."""
        self._phase = phase
        self._tell()
        doing = self._thread.submit(work)
        while not wait([doing], TELL_EVERY).done:
            self._tell()
        return doing.result()

    def _late(self, seconds: float) -> Stop:
        return lambda: self._stop() or self._elapsed() > seconds

    def _elapsed(self) -> float:
        return monotonic() - self._began

    def _learn(self, bound: Bound) -> None:
        self._bound = bound

    def _tell(self) -> None:
        levels, count = self._crew.best, self._crew.count
        self._curve.note(self._elapsed(), count, levels)
        total = total_weight(self._problem)
        self._tell_progress(
            Progress(
                seconds=self._elapsed(),
                phase=self._phase,
                placed=count,
                talks=len(self._problem.meetings),
                objective=levels,
                planned_weight=total - levels[1],
                planned_weight_at_most=total - self._bound.weight_left,
            )
        )
