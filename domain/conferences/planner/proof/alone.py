"""What one teacher alone must leave out: every order of the talks that nobody may miss is tried, the hopeless ones cut.

A teacher who joins a talk in each classroom walks all evening. For that the model's relaxation is blind; going through
the orders, with the least that is worth remembering of each, is exact.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from domain.conferences.planner.problem import Problem
from domain.conferences.planner.proof.loss import Stop
from domain.conferences.planner.timetable import Booking, between_rooms

MOST = 24
"""Talks of one teacher that are still tried in every order."""
MOST_STATES = 400_000
NO_END = 10**9

Done = tuple[int, int]
"""The talks that were done, as bits, and the last of them."""
State = tuple[int, int]
"""When the teacher is free again, and when the run of talks without a break began."""
Reached = dict[Done, list[State]]
Beginnings = Callable[[int, int], Sequence[int]]
"""At which starts of a talk a run may begin, from a moment on."""


@dataclass(frozen=True, slots=True)
class _Job:
    starts: Sequence[int]
    minutes: int

    def at(self, earliest: int) -> int:
        """The first start from then on; `NO_END` when there is none."""
        found = bisect_left(self.starts, earliest)
        return self.starts[found] if found < len(self.starts) else NO_END

    def since(self, earliest: int) -> Sequence[int]:
        """The starts from then on."""
        return self.starts[bisect_left(self.starts, earliest) :]


class Alone:
    """The talks of one teacher, each with its ways to take place. `states` counts what was looked at; `order` is what
    was found: which talk (its place in `ways`) at which start.
    """

    def __init__(self, problem: Problem, teacher: int, ways: Sequence[Sequence[Booking]]) -> None:
        who = problem.teachers[teacher]
        self.states = 0
        self._longest, self._rest = who.longest_run or NO_END, who.shortest_break
        self._jobs = [_Job(sorted({x.start for x in mine}), mine[0].talk.minutes) for mine in ways]
        rooms = [list({x.room: x for x in mine}.values()) for mine in ways]
        self._gap = [
            [min(between_rooms(problem, a, b) for a in ones for b in others) for others in rooms] for ones in rooms
        ]
        self._least = min(job.minutes for job in self._jobs)
        self._ends = sorted(((job, one.starts[-1]) for job, one in enumerate(self._jobs)), key=lambda pair: pair[1])
        self._known: dict[tuple[int, int], int] = {}
        self._lasts: dict[int, int] = {}
        self._before: dict[tuple[Done, State], tuple[Done, State]] = {}
        self._over: Stop = lambda: False
        self._beginnings: Beginnings = self._soonest
        self.order: list[tuple[int, int]] = []

    def lost(self, at_most: int, most_states: int = MOST_STATES, stop: Stop = lambda: False) -> int:
        """So many talks at least are left out, whatever the order; looked for up to this many, and no longer than for
        so many states or until told to stop. A good order is found with runs that begin as soon as they may; that there
        is no better one is known when later beginnings bring none either.
        """
        self._over = lambda: self.states > most_states or stop()
        found = next(fewer for fewer in count() if fewer >= at_most or self._finds(fewer, self._soonest))
        return next((fewer for fewer in range(found) if self._finds(fewer, self._any)), found)

    def _finds(self, fewer: int, beginnings: Beginnings) -> bool:
        """Whether all but so many can take place, or it takes too long to say."""
        self._before.clear()
        self._beginnings = beginnings
        reached: Reached = {(0, -1): [(0, 0)]}
        for _ in range(len(self._jobs) - fewer):
            reached = self._one_more(reached, fewer)
            if self._over():
                return True
        if reached:
            self.order = list(self._way_back(*next((done, states[0]) for done, states in reached.items())))
        return bool(reached)

    def _soonest(self, job: int, earliest: int) -> Sequence[int]:
        return self._jobs[job].since(earliest)[:1]

    def _any(self, job: int, earliest: int) -> Sequence[int]:
        """Without a limit to a run, none is better than the first."""
        starts = self._jobs[job].since(earliest)
        return starts[:1] if self._longest == NO_END else starts

    def _one_more(self, reached: Reached, fewer: int) -> Reached:
        further: Reached = {}
        for (done, last), states in reached.items():
            if self._over():
                break
            for job in range(len(self._jobs)):
                if not done >> job & 1:
                    then = done | 1 << job, job
                    latest, enough = self._latest(then[0], fewer), self._enough(then[0])
                    for state in states:
                        for free, begun in self._after(state, last, job):
                            new = free, min(begun, enough)
                            if free <= latest and _remember(further.setdefault(then, []), new):
                                self._before[then, new] = (done, last), state
                                self.states += 1
        return {done: states for done, states in further.items() if states}

    def _way_back(self, done: Done, state: State) -> Iterator[tuple[int, int]]:
        while done[0]:
            yield done[1], state[0] - self._jobs[done[1]].minutes
            done, state = self._before[done, state]

    def _after(self, state: State, last: int, job: int) -> Iterable[State]:
        """At once within the run, and after a break: then a later start may let more follow in the new run."""
        free, begun = state
        walk = self._gap[last][job] if last >= 0 else 0
        minutes = self._jobs[job].minutes
        soon, rested = self._jobs[job].at(free + walk), self._jobs[job].at(free + max(walk, self._rest))
        if soon < rested and soon + minutes - begun <= self._longest:
            yield soon + minutes, begun
        for start in self._beginnings(job, rested):
            yield start + minutes, start

    def _enough(self, done: int) -> int:
        """A run that began then lasts for all that is to come: having begun later is no better."""
        if done not in self._lasts:
            ends = (end + self._jobs[job].minutes for job, end in self._ends if not done >> job & 1)
            self._lasts[done] = max(ends, default=0) - self._longest
        return self._lasts[done]

    def _latest(self, done: int, fewer: int) -> int:
        """Whoever is free later than this has too little time for what is to come, even without so many talks."""
        if (done, fewer) not in self._known:
            ends = [end for job, end in self._ends if not done >> job & 1]
            behind = (end - max(0, place - fewer) * self._least for place, end in enumerate(ends) if place >= fewer)
            self._known[done, fewer] = min(behind, default=NO_END)
        return self._known[done, fewer]


def _remember(states: list[State], new: State) -> bool:
    """Sooner free with a run that began later is never worse."""
    if any(free <= new[0] and begun >= new[1] for free, begun in states):
        return False
    states[:] = [one for one in states if not (new[0] <= one[0] and new[1] >= one[1])] + [new]
    return True
