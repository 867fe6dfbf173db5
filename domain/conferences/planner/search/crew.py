"""Chains side by side, one a thread, that meet now and then: the worst goes on from where the best stands."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from time import monotonic

from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.search.chain import Chain, Levels, Part
from domain.conferences.planner.search.course import Course
from domain.conferences.planner.search.diaries import Diaries
from domain.conferences.planner.search.prepare import prepare

MEETINGS = 20
TELL_EVERY = 0.25
# Trial insertions a second of one worker, so few that a slow machine does as many: the same seed, the same schedule.
COUNTED_RATE = 150_000


class Crew:
    def __init__(self, problem: Problem, course: Course, seed: int, workers: int) -> None:
        given = prepare(problem)
        self._first_interpreter = Diaries(problem).interpreter(0)
        self._chains = [Chain(given, course, seed * 64 + index) for index in range(workers)]
        self._threads = ThreadPoolExecutor(workers)

    @property
    def best(self) -> Levels:
        return min(chain.best for chain in self._chains)

    @property
    def count(self) -> int:
        return min(self._chains, key=lambda chain: chain.best).count

    def placed(self) -> list[Placed]:
        return min(self._chains, key=lambda chain: chain.best).placed(self._first_interpreter)

    def begin_from(self, wished: Sequence[Placed]) -> None:
        """All chains begin again around these talks."""
        for chain in self._chains:
            chain.begin_from(wished)

    def run(self, course: Course, seconds: float, tell: Callable[[], None], stop: Callable[[], bool]) -> None:
        """Walk the course once, in about so many seconds; with one worker by counting."""
        part = self._part(seconds)
        for meeting in range(1, MEETINGS + 1):
            walks = [self._threads.submit(chain.walk, course, part, meeting / MEETINGS, stop) for chain in self._chains]
            while wait(walks, TELL_EVERY).not_done:
                tell()
            for walk in walks:
                walk.result()
            self._meet()
        for chain in self._chains:
            chain.return_to_best()
        tell()

    def _part(self, seconds: float) -> Part:
        began, work = monotonic(), self._chains[0].work
        if len(self._chains) == 1:
            return lambda chain: (chain.work - work) / (COUNTED_RATE * seconds)
        return lambda _: (monotonic() - began) / seconds

    def _meet(self) -> None:
        ranked = sorted(self._chains, key=lambda chain: chain.cost)
        if len(ranked) > 1 and ranked[0].cost < ranked[-1].cost:
            ranked[-1].follow(ranked[0])
