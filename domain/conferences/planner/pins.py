"""Talks whose time stands fast: each can be held there, and all of them together."""

from collections.abc import Iterator

from domain.conferences.planner.conflicts import conflicts, inside
from domain.conferences.planner.flaws import Flaw, pointer
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.timetable import Booking, Timetable, booked
from domain.conferences.planner.words import Words

PIN_CANNOT_HOLD = Words(
    "pin_cannot_hold",
    "Op dit vaste tijdstip kan dit gesprek niet plaatsvinden.",
    "Cet entretien ne peut pas avoir lieu à ce moment fixé.",
    "This talk cannot take place at the time at which it is pinned.",
)
PINS_CLASH = Words(
    "pins_clash",
    "Dit vaste tijdstip gaat niet samen met een ander vast gesprek.",
    "Ce moment fixé est incompatible avec un autre entretien fixé.",
    "This pinned time does not go together with another pinned talk.",
)


def broken_pins(problem: Problem) -> Iterator[Flaw]:
    """Pins that no schedule can keep. More talks only make it harder, so the pins alone are the test."""
    table = Timetable(problem)
    for place, talk in enumerate(problem.meetings):
        if talk.pinned is None:
            continue
        booking = booked(problem, Placed(place, talk.pinned, None))
        firm = [atom for atom in conflicts(table, booking) if atom.kind != "interpreter"]
        if firm or (talk.language and not _someone_speaks(problem, booking)):
            alone = not any(atom.beside is not None or atom.kind in {"max_sessions", "teacher_run"} for atom in firm)
            yield Flaw(pointer("meetings", place, "pinned_start"), PIN_CANNOT_HOLD if alone else PINS_CLASH)
        else:
            table.add(booking)


def _someone_speaks(problem: Problem, booking: Booking) -> bool:
    """Whether an interpreter of its language is there at that time, busy or not."""
    return any(
        booking.talk.language in x.languages and inside(x.available, booking.start, booking.end)
        for x in problem.interpreters
    )
