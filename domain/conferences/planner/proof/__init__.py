"""What no schedule can do better: lower bounds on what is left out, by solving parts of the round as if alone.

Each part is a relaxation, solved by CP-SAT around what the best schedule leaves out; `charges` adds them up. A bound
is honest even when loose: whatever was not shown in time counts as nothing lost.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.proof.charges import Charges
from domain.conferences.planner.proof.clusters import Cluster, clusters
from domain.conferences.planner.proof.loss import Effort, Question, Stop, loss
from domain.conferences.planner.proof.model import choices
from domain.conferences.planner.timetable import Booking

__all__ = ["Bound", "bound"]

A_SECOND = 0.2
"""CP-SAT's deterministic time that a second on a busy core is good for, building the models included."""
FIRST_TRY = 0.4
"""Deterministic time for one group at first; groups that were not finished get more when there is some left."""
MOST_WAYS = 60_000
"""Ways for talks to take place in a round that is tried whole."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`mandatory_left`: no schedule leaves out fewer mandatory talks.

    `weight_left`: no schedule that leaves out as few mandatory talks as the hint leaves out less weight of the others.
    """

    mandatory_left: int
    weight_left: int


def bound(
    problem: Problem,
    *,
    seconds: float,
    workers: int,
    tell: Callable[[Bound], None],
    stop: Stop,
    hint: Sequence[Placed],
) -> Bound:
    """The best that can be shown in the time; `tell` hears of every better one. With one worker it is counted, not
    timed: the same hint gives the same bound, unless the machine is so slow that the clock has to end it.
    """
    deadline = monotonic() + seconds
    effort = Effort(A_SECOND * seconds, workers, lambda: stop() or monotonic() > deadline)
    return _Proof(problem, hint, effort, tell).whole()


class _Ways(dict[int, list[Booking]]):
    """The ways of each talk to take place, looked up once."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self._problem = problem

    def __missing__(self, meeting: int) -> list[Booking]:
        self[meeting] = list(choices(self._problem, meeting))
        return self[meeting]


class _Proof:
    def __init__(self, problem: Problem, hint: Sequence[Placed], effort: Effort, tell: Callable[[Bound], None]) -> None:
        self._problem, self._hint, self._effort, self._tell = problem, hint, effort, tell
        there = {x.meeting for x in hint}
        self._left = [m for m in range(len(problem.meetings)) if m not in there]
        self._mandatory = {m for m, talk in enumerate(problem.meetings) if talk.mandatory}
        self._mandatory_hinted = len(self._mandatory.intersection(self._left))
        self._ways = _Ways(problem)
        self._best = Bound(0, 0)

    def whole(self) -> Bound:
        """Level 1 with the mandatory talks alone, then level 2 with all of them."""
        talks = self._problem.meetings
        count = dict.fromkeys(self._mandatory, 1)
        half = replace(self._effort, left=self._effort.left / 2)
        for shown in self._sum_of_parts(count, half):
            self._improve(replace(self._best, mandatory_left=shown))
        weight = {m: 0 if talk.mandatory else talk.weight for m, talk in enumerate(talks)}
        self._effort.left -= self._effort.left / 2 - half.left
        for shown in self._sum_of_parts(weight, self._effort):
            self._improve(replace(self._best, weight_left=shown))
        return self._best

    def _improve(self, better: Bound) -> None:
        if better != self._best:
            self._best = better
            self._tell(better)

    def _sum_of_parts(self, worth: dict[int, int], effort: Effort) -> Iterator[int]:
        """What is lost at least, more and more of it: groups around what the hint leaves out, at last all talks."""
        charges = Charges(dict(worth))
        for cluster in clusters(self._problem, [m for m in self._left if worth.get(m)], frozenset(worth)):
            charges.charge(cluster, loss(self._question(cluster, charges.rest), effort, FIRST_TRY))
            yield charges.lost
        whole = self._question(frozenset(worth), worth)
        if charges.lost < whole.hinted and sum(map(len, whole.given.values())) <= MOST_WAYS:
            yield max(charges.lost, loss(whole, effort, effort.left))

    def _question(self, cluster: Cluster, worth: dict[int, int]) -> Question:
        """Pinned and mandatory talks take part with nothing to lose: they cannot be left out for others."""
        talks = self._problem.meetings
        within = [m for m in sorted(cluster) if worth[m] or talks[m].mandatory or talks[m].pinned is not None]
        given, rest = {m: self._ways[m] for m in within}, {m: worth[m] for m in within}
        return Question(self._problem, given, rest, self._hint, self._mandatory_hinted)
