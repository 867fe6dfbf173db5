"""What each teacher loses of the talks that stand, and a schedule to begin from that has their best orders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.conferences.planner.conflicts import conflicts
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.proof.alone import MOST, Alone
from domain.conferences.planner.proof.charges import Charges
from domain.conferences.planner.proof.loss import Effort
from domain.conferences.planner.timetable import Booking, Timetable

STATES = 20_000
"""States of a teacher's evening that are worth a second of deterministic time."""


@dataclass(slots=True)
class Teachers:
    """`count` says which talks stand and which of them count as lost (0 for a pinned one that need not be there).

    `start` is the hint with the better order of each teacher whose talks it does not place as well as can be.
    """

    problem: Problem
    count: dict[int, int]
    ways: Mapping[int, list[Booking]]
    start: Sequence[Placed]

    def lost(self, effort: Effort) -> Iterator[int]:
        """More and more of what is lost at least, those with most talks first, as long as the schedule
        loses more.
        """
        charges = Charges(dict(self.count))
        hinted = self._left_out(self.count)
        for teacher in sorted(range(len(self.problem.teachers)), key=lambda who: -len(self._of(who))):
            talks = [m for m in self._of(teacher) if charges.rest[m] or not self.count[m]]
            if talks and len(talks) <= MOST and charges.lost < hinted and not effort.over():
                alone = Alone(self.problem, teacher, [self.ways[m] for m in talks])
                least = alone.lost(hinted - charges.lost, int(effort.left * STATES), effort.stop)
                if alone.order and least < self._left_out(talks):
                    self._begin_with(talks, alone.order)
                charges.charge(frozenset(talks), least)
                effort.left -= alone.states / STATES
                yield charges.lost

    def fitting(self) -> tuple[Placed, ...]:
        """Of `start`, the talks that stand and fit together, with any interpreter."""
        table = Timetable(self.problem)
        for one in sorted(self.start, key=lambda x: self.problem.meetings[x.meeting].pinned is None):
            ways = (
                (way for way in self.ways[one.meeting] if way.start == one.start) if one.meeting in self.count else ()
            )
            if way := next((way for way in ways if not any(conflicts(table, way))), None):
                table.add(way)
        return tuple(Placed(x.meeting, x.start, x.interpreter) for x in table.at.values())

    def _of(self, teacher: int) -> list[int]:
        return [m for m in self.count if teacher in self.problem.meetings[m].teachers and self.ways[m]]

    def _left_out(self, talks: Sequence[int] | Mapping[int, int]) -> int:
        placed = {x.meeting for x in self.start}
        return sum(self.count[m] for m in talks if m not in placed)

    def _begin_with(self, talks: Sequence[int], order: Sequence[tuple[int, int]]) -> None:
        others = [x for x in self.start if x.meeting not in talks]
        self.start = others + [self._placed(talks[index], start) for index, start in order]

    def _placed(self, talk: int, start: int) -> Placed:
        way = next(x for x in self.ways[talk] if x.start == start)
        return Placed(talk, start, way.interpreter)
