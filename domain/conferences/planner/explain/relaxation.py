"""A talk that was left out: why, and what would have to give for it to fit."""

from dataclasses import dataclass
from typing import Any

from domain.conferences.planner.conflicts import Atom
from domain.conferences.planner.document import written
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.words import Words


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The talk fits at `start` when exactly the atoms give way and the other talks in `moves` go to their new times.

    `cost` is by the problem's own prices. At cost 0 nothing has to give: the talk should not be left out.
    """

    start: int
    interpreter: int | None
    atoms: tuple[Atom, ...]
    moves: tuple[Placed, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`by_phone` is a time at which the talk fits as it is when it needs no walking; None when that does not help."""

    meeting: int
    reason: Words
    relaxation: Relaxation | None
    by_phone: Placed | None


def entry(problem: Problem, left: LeftOut) -> dict[str, Any]:
    """How the schedule document says it."""
    return {
        "meeting": problem.meetings[left.meeting].id,
        "reason": left.reason.code,
        "words": left.reason.filled(),
        "relaxation": None if left.relaxation is None else _relaxation(problem, left.relaxation),
        "by_phone": None if left.by_phone is None else _time(problem, left.by_phone.start, left.by_phone.interpreter),
    }


def _relaxation(problem: Problem, relaxation: Relaxation) -> dict[str, Any]:
    return {
        **_time(problem, relaxation.start, relaxation.interpreter),
        "atoms": [_atom(problem, atom) for atom in relaxation.atoms],
        "moves": [
            {"meeting": problem.meetings[x.meeting].id, **_time(problem, x.start, x.interpreter)}
            for x in relaxation.moves
        ],
        "cost": relaxation.cost,
    }


def _time(problem: Problem, start: int, interpreter: int | None) -> dict[str, Any]:
    return {
        "start": written(start),
        "interpreter": None if interpreter is None else problem.interpreters[interpreter].id,
    }


def _atom(problem: Problem, atom: Atom) -> dict[str, Any]:
    beside = None if atom.beside is None else problem.meetings[atom.beside].id
    return {"kind": atom.kind, "who": atom.who, "amount": atom.amount, "beside": beside, "side": atom.side}
