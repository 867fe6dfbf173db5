"""One walk through schedules; its thread runs without the interpreter's lock."""

from collections.abc import Callable, Sequence

import numpy as np

from domain.conferences.planner.problem import Placed
from domain.conferences.planner.search.anneal import anneal
from domain.conferences.planner.search.blank import empty_plan, empty_trial, no_spots
from domain.conferences.planner.search.construct import begin_from, construct, urgency
from domain.conferences.planner.search.course import CHUNK, Course
from domain.conferences.planner.search.restore import restore
from domain.conferences.planner.search.tables import NOWHERE, SPOT, Table

Levels = tuple[int, int, int, int, int, int]
Part = Callable[["Chain"], float]


class Chain:
    """`best` are the six levels of the best schedule so far; `work` is what it has done, in trial insertions."""

    def __init__(self, given: Table, course: Course, seed: int) -> None:
        self.given, self.plan, self.trial = given, empty_plan(given), empty_trial(given, seed)
        self._rows = given.row[0], self.plan.row[0], self.trial.row[0]
        self.trial["rates"][:] = course.rates(0)
        order = urgency(given["talks"])
        construct(*self._rows, order.ctypes.data)

    @property
    def work(self) -> int:
        return self.trial.number("work")

    @property
    def best(self) -> Levels:
        a, b, c, d, e, f = self.trial["best_levels"].tolist()
        return a, b, c, d, e, f

    @property
    def count(self) -> int:
        """Talks placed in the best schedule."""
        return len(self.given["talks"]) - self.trial.number("best_left")

    @property
    def cost(self) -> int:
        return int(self.plan["levels"] @ self.trial["rates"])

    def walk(self, course: Course, part: Part, until: float, stop: Callable[[], bool]) -> None:
        """Go on until this part of the course is done."""
        while (now := part(self)) < until and not stop():
            self.trial["rates"][:] = course.rates(now)
            anneal(*self._rows, course.heat(now), course.ruin, self.work + CHUNK)

    def follow(self, other: "Chain") -> None:
        """Go on from where another chain stands."""
        restore(*self._rows[:2], other.plan["spots"].ctypes.data)

    def begin_from(self, wished: Sequence[Placed]) -> None:
        """Leave everything, place these talks first (`at` of a row is the talk here), then the others."""
        rows = np.array([self._wish(one) for one in wished], dtype=SPOT)
        order = urgency(self.given["talks"])
        nowhere = no_spots(len(order))
        restore(*self._rows[:2], nowhere.ctypes.data)
        begin_from(*self._rows, rows.ctypes.data, len(rows), order.ctypes.data)

    def _wish(self, one: Placed) -> tuple[int, int, int, int]:
        sessions, grid = self.given["sessions"], self.given.number("grid")
        lasting = sessions["cells"].astype(int) * grid
        within = (sessions["start"] <= one.start) & (one.start < sessions["start"] + lasting)
        session = int(np.argmax(within))
        return one.meeting, (one.start - int(sessions["start"][session])) // grid, session, NOWHERE

    def return_to_best(self) -> None:
        restore(*self._rows[:2], self.trial["best"].ctypes.data)

    def placed(self, first_interpreter: int) -> list[Placed]:
        """The best schedule; interpreters are diaries here."""
        return [
            Placed(
                talk,
                int(spot["at"]),
                int(spot["interpreter"]) - first_interpreter if spot["interpreter"] >= 0 else None,
            )
            for talk, spot in enumerate(self.trial["best"])
            if spot["at"] != NOWHERE
        ]
