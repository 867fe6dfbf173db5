"""The complete model of a round, or of some of its talks, in CP-SAT: one literal for each talk, start and interpreter.

With all talks it is exact; with some of them it is a relaxation, for the others are as if they were not there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ortools.sat.python import cp_model

from domain.conferences.planner.explain.openings import common_starts, interpreted
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.timetable import Booking


@dataclass(frozen=True, slots=True)
class Choice:
    """A talk at a start, with an interpreter if it needs one, and the literal that says so."""

    booking: Booking
    literal: cp_model.IntVar


def choices(problem: Problem, meeting: int) -> Iterator[Booking]:
    """Every way in which a talk can take place, were it alone."""
    talk = problem.meetings[meeting]
    for start in common_starts(problem, talk):
        for booking in interpreted(problem, meeting, start):
            if talk.language is None or booking.interpreter is not None:
                yield booking


class Model:
    """Some talks of a problem; `given` holds the ways of each to take place."""

    def __init__(self, problem: Problem, given: dict[int, list[Booking]]) -> None:
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.of = {
            meeting: [Choice(booking, self.cp.new_bool_var("")) for booking in bookings]
            for meeting, bookings in given.items()
        }
        self.follows: list[tuple[cp_model.IntVar, list[Choice], bool]] = []
        for meeting, mine in self.of.items():
            literals = [choice.literal for choice in mine]
            if problem.meetings[meeting].pinned is None:
                self.cp.add_at_most_one(literals)
            else:
                self.cp.add_exactly_one(literals)

    @cached_property
    def taking_place(self) -> dict[int, cp_model.LinearExprT]:
        """0 or 1 for each talk."""
        return {m: sum(choice.literal for choice in mine) for m, mine in self.of.items()}

    def all_of(self, meetings: Iterable[int]) -> list[Choice]:
        return [choice for meeting in meetings for choice in self.of.get(meeting, ())]

    def literal(self, picked: list[Choice], *, when_any: bool) -> cp_model.IntVar:
        """A new literal, and what it is in a hint: whether any of these talks takes place, or none."""
        new = self.cp.new_bool_var("")
        self.follows.append((new, picked, when_any))
        return new

    def hint(self, placed: Sequence[Placed]) -> None:
        at = {(x.meeting, x.start, x.interpreter) for x in placed}

        def chosen(choice: Choice) -> bool:
            return (choice.booking.meeting, choice.booking.start, choice.booking.interpreter) in at

        for choice in self.all_of(self.of):
            self.cp.add_hint(choice.literal, chosen(choice))
        for literal, picked, when_any in self.follows:
            self.cp.add_hint(literal, any(map(chosen, picked)) == when_any)


def by_time(picked: Sequence[Choice], reach: int) -> Iterator[list[cp_model.IntVar]]:
    """At each start, the literals of those that have begun and not ended `reach` minutes ago.

    Of two talks that need so many minutes in between, at most one is among them.
    """
    in_time = sorted(picked, key=lambda choice: choice.booking.start)
    running: list[Choice] = []
    for start, starting in groupby(in_time, key=lambda choice: choice.booking.start):
        running = [x for x in running if x.booking.end + reach > start]
        running += starting
        yield [x.literal for x in running]


def by_meeting(picked: Iterable[Choice]) -> dict[int, list[Choice]]:
    out: defaultdict[int, list[Choice]] = defaultdict(list)
    for choice in picked:
        out[choice.booking.meeting].append(choice)
    return dict(out)
