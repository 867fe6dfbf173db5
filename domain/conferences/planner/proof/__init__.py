"""What no schedule can do better: lower bounds on what is left out, by solving parts of the round as if alone.

Each part is a relaxation, solved by CP-SAT around what the best schedule leaves out; `charges` adds them up. A bound
is honest even when loose: whatever was not shown in time counts as nothing lost.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from domain.conferences.planner.conflicts import conflicts
from domain.conferences.planner.problem import Meeting, Placed, Problem
from domain.conferences.planner.proof.charges import Charges
from domain.conferences.planner.proof.clusters import Cluster, clusters
from domain.conferences.planner.proof.loss import Effort, Question, Stop, loss
from domain.conferences.planner.proof.model import choices
from domain.conferences.planner.proof.teachers import Teachers
from domain.conferences.planner.timetable import Booking, timetable

__all__ = ["Bound", "bound"]

A_SECOND = 0.35
"""CP-SAT's deterministic time that a second on a busy core is good for, building the models included."""
AT_MOST_A_SECOND = 1.0
"""The same where the clock decides."""
FIRST_TRY = 0.4
"""Deterministic time for one group at first; groups that were not finished get more when there is some left."""
LEVEL_1 = 0.6
"""The share of the time after which mandatory talks make way for the others; what they leave is for these."""
PATIENCE = 4
"""How much slower than expected the machine may be before the clock ends what is counted."""
MOST_WAYS = 60_000
"""Ways for talks to take place in a round that is tried whole."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`mandatory_left`: no schedule leaves out fewer mandatory talks.

    `weight_left`: no schedule that leaves out as few mandatory talks as the hint leaves out less weight of the others.
    `better`: talks that can be placed together and beat the hint, found on the way: on level 1 they are mandatory and
    pinned ones only, for a search to begin from.
    """

    mandatory_left: int
    weight_left: int
    better: tuple[Placed, ...] = ()


NOTHING = Bound(0, 0)


def bound(
    problem: Problem,
    *,
    seconds: float,
    workers: int,
    tell: Callable[[Bound], None],
    stop: Stop,
    hint: Sequence[Placed],
    known: Bound = NOTHING,
) -> Bound:
    """The best that can be shown in the time; `tell` hears of every better one. With one worker it is counted, not
    timed: the same hint gives the same bound, unless the machine is so slow that the clock has to end it. `known` is
    what was shown before, with a hint that left out no fewer mandatory talks.
    """
    began, pace = monotonic(), A_SECOND if workers == 1 else AT_MOST_A_SECOND

    def effort(share: float, until: float) -> Effort:
        end = began + until * seconds * (1 if workers > 1 else PATIENCE)
        return Effort(pace * seconds * share, workers, lambda: stop() or monotonic() > end)

    return _Proof(problem, hint, tell, known).whole(effort(LEVEL_1, LEVEL_1), effort(1 - LEVEL_1, 1))


Worth = dict[int, int]


def _stands(talk: Meeting) -> bool:
    """Talks that cannot be left out for the sake of others."""
    return talk.mandatory or talk.pinned is not None


class _Ways(dict[int, list[Booking]]):
    """The ways of each talk to take place beside the pinned ones, which are in every schedule; looked up once."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        pins = [Placed(m, talk.pinned, None) for m, talk in enumerate(problem.meetings) if talk.pinned is not None]
        self._pins = timetable(problem, [x for x in pins if problem.meetings[x.meeting].language is None])

    def __missing__(self, meeting: int) -> list[Booking]:
        self[meeting] = [x for x in choices(self._pins.problem, meeting) if self._beside_pins(x)]
        return self[meeting]

    def _beside_pins(self, booking: Booking) -> bool:
        """In a room for several, two pins at different times leave a place: that is for the model to judge."""
        return all(atom.side == "rooms" for atom in conflicts(self._pins, booking))


class _Proof:
    def __init__(self, problem: Problem, hint: Sequence[Placed], tell: Callable[[Bound], None], known: Bound) -> None:
        self._problem, self._hint, self._tell = problem, hint, tell
        there = {x.meeting for x in hint}
        self._left = [m for m in range(len(problem.meetings)) if m not in there]
        self._count = {m: int(talk.mandatory) for m, talk in enumerate(problem.meetings) if _stands(talk)}
        self._weight = {m: 0 if talk.mandatory else talk.weight for m, talk in enumerate(problem.meetings)}
        self._mandatory_hinted = self._lost(hint, self._count)
        self._ways = _Ways(problem)
        self._teachers = Teachers(problem, self._count, self._ways, hint)
        self._best = replace(known, better=())

    def whole(self, first: Effort, then: Effort) -> Bound:
        """Level 1 with the mandatory talks alone, then level 2 with all of them.

        Where level 1 found better talks than the hint's, the whole of level 2 waits for a schedule that has them.
        """
        for shown in self._alone_whole_and_parts(first) if self._mandatory_hinted > self._best.mandatory_left else ():
            self._improve(replace(self._best, mandatory_left=max(shown, self._best.mandatory_left)))
            if shown == self._mandatory_hinted:
                break
        then.left += max(0.0, first.left)
        second = self._parts if self._best.better else self._parts_and_whole
        for shown in second(self._weight, then):
            self._improve(replace(self._best, weight_left=max(shown, self._best.weight_left)))
        return self._best

    def _alone_whole_and_parts(self, effort: Effort) -> Iterator[int]:
        """Few talks: the whole before its parts, for it is exact and may find a schedule that leaves out fewer."""
        least = 0
        for least in self._teachers.lost(effort):
            yield least
        self._beaten_by(fitting := self._teachers.fitting(), self._count)
        if self._lost(fitting, self._count) > least:
            yield self._all(self._count, effort)
        yield from self._parts(self._count, effort)

    def _parts_and_whole(self, worth: Worth, effort: Effort) -> Iterator[int]:
        yield from self._parts(worth, effort)
        yield self._all(worth, effort)

    def _parts(self, worth: Worth, effort: Effort) -> Iterator[int]:
        """More and more of what is lost at least: groups around what the hint leaves out, each tried in short first,
        and then for as long as there is time.
        """
        charges = Charges(dict(worth))
        left = frozenset(m for m in self._left if worth.get(m))
        waiting = list(clusters(self._problem, sorted(left), frozenset(worth)))
        for longer in (False, True):
            unsure = []
            for index, cluster in enumerate(waiting):
                if effort.over():
                    return
                if charges.cover(cluster & left):
                    continue
                most = effort.left / (len(waiting) - index) if longer else FIRST_TRY
                answer = loss(self._question(cluster, charges.rest), effort, most)
                charges.charge(cluster, answer.lost)
                if not answer.exact:
                    unsure.append(cluster)
                yield charges.lost
            waiting = unsure

    def _all(self, worth: Worth, effort: Effort) -> int:
        """All talks that count, unless they are too many or the hint is known to be the best already."""
        known = self._best.mandatory_left if worth is self._count else self._best.weight_left
        ways = 0
        for meeting in worth:
            ways += len(self._ways[meeting])
            if effort.over() or ways > MOST_WAYS:
                return known
        if self._lost(self._hint, worth) == known:
            return known
        question = self._question(frozenset(worth), worth, known)
        answer = loss(question, effort, effort.left)
        self._beaten_by(answer.better, worth)
        return answer.lost

    def _beaten_by(self, found: tuple[Placed, ...], worth: Worth) -> None:
        if found and self._lost(found, worth) < self._lost(self._hint, worth):
            self._improve(replace(self._best, better=found))

    def _lost(self, placed: Iterable[Placed], worth: Worth) -> int:
        return sum(worth.values()) - sum(worth.get(x.meeting, 0) for x in placed)

    def _improve(self, better: Bound) -> None:
        if better != self._best:
            self._best = better
            self._tell(better)

    def _question(self, cluster: Cluster, worth: Worth, known: int = 0) -> Question:
        """Pinned and mandatory talks take part with nothing to lose: they cannot be left out for others."""
        talks = self._problem.meetings
        within = [m for m in sorted(cluster) if worth[m] or _stands(talks[m])]
        given, rest = {m: self._ways[m] for m in within}, {m: worth[m] for m in within}
        hint = self._teachers.start if worth is self._count else self._hint
        return Question(self._problem, given, rest, hint, self._mandatory_hinted, known)
