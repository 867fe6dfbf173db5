"""Why a talk was left out, in words for the family: what stands in the way at most of the times they share."""

from collections import Counter
from collections.abc import Iterator

from domain.conferences.planner.conflicts import Atom, conflicts
from domain.conferences.planner.explain.openings import common_starts, interpreted
from domain.conferences.planner.problem import Meeting, Problem
from domain.conferences.planner.timetable import Timetable
from domain.conferences.planner.words import Words

FITS = Words(
    "fits",
    "Voor dit gesprek is er toch nog plaats.",
    "Il reste une place pour cet entretien.",
    "There is a place for this talk after all.",
)
NO_COMMON_TIME = Words(
    "no_common_time",
    "Jullie en de leraar zijn niet op hetzelfde moment vrij.",
    "Vous et l'enseignant n'êtes pas libres au même moment.",
    "You and the teacher are not free at the same time.",
)
NO_INTERPRETER = Words(
    "no_interpreter",
    "Er is geen tolk voor jullie taal op een moment dat jullie en de leraar kunnen.",
    "Il n'y a pas d'interprète pour votre langue quand vous et l'enseignant êtes libres.",
    "There is no interpreter for your language when you and the teacher can come.",
)
INTERPRETER_FULL = Words(
    "interpreter_full",
    "De tolk is bezet op de momenten dat jullie en de leraar kunnen.",
    "L'interprète est pris quand vous et l'enseignant êtes libres.",
    "The interpreter is taken when you and the teacher can come.",
)
TEACHER_FULL = Words(
    "teacher_full",
    "De leraar heeft al andere gesprekken op de momenten dat jullie kunnen.",
    "L'enseignant a déjà d'autres entretiens quand vous êtes libres.",
    "The teacher already has other talks when you can come.",
)
TEACHER_BREAK = Words(
    "teacher_break",
    "De leraar heeft een pauze nodig op de momenten die nog vrij zijn.",
    "L'enseignant a besoin d'une pause aux moments encore libres.",
    "The teacher needs a break at the times that are still free.",
)
FAMILY_DAY_FULL = Words(
    "family_day_full",
    "Jullie hebben al andere gesprekken op de momenten dat de leraar vrij is.",
    "Vous avez déjà d'autres entretiens quand l'enseignant est libre.",
    "You already have other talks when the teacher is free.",
)
MOST_SESSIONS = Words(
    "most_sessions",
    "De leraar is alleen vrij op een extra avond, en jullie komen liever niet vaker.",
    "L'enseignant n'est libre qu'un soir de plus, et vous préférez ne pas revenir.",
    "The teacher is only free on one more evening, and you would rather not come again.",
)
SEPARATED = Words(
    "separated",
    "Er is geen vrij moment dat bij alle afspraken past.",
    "Aucun moment libre ne respecte tous les accords.",
    "No free time keeps to everything that was agreed.",
)
ROOM_FULL = Words(
    "room_full",
    "Het lokaal is bezet op de momenten dat jullie en de leraar kunnen.",
    "Le local est occupé quand vous et l'enseignant êtes libres.",
    "The room is taken when you and the teacher can come.",
)

REASONS = (
    TEACHER_FULL,
    FAMILY_DAY_FULL,
    TEACHER_BREAK,
    INTERPRETER_FULL,
    NO_INTERPRETER,
    MOST_SESSIONS,
    ROOM_FULL,
    SEPARATED,
)
"""In this order where two stand in the way as often."""


MOST_LOOKED_AT = 24
"""Times, spread over all that they share: enough to say what stands in the way most often."""


def reason(table: Timetable, meeting: int) -> Words:
    """What stands in the way at most of the times at which family and teachers are there."""
    problem = table.problem
    talk = problem.meetings[meeting]
    counted: Counter[Words] = Counter()
    shared = list(common_starts(problem, talk))
    for start in shared[:: len(shared) // MOST_LOOKED_AT + 1]:
        found = set(_at(table, meeting, start))
        if not found:
            return FITS
        counted.update(found)
    if not counted:
        return NO_COMMON_TIME
    return max(REASONS, key=lambda words: (counted[words], -REASONS.index(words)))


def _at(table: Timetable, meeting: int, start: int) -> Iterator[Words]:
    """What stands in the way at this start; the interpreter only where none of them can."""
    problem = table.problem
    talk = problem.meetings[meeting]
    *with_one, without_one = interpreted(problem, meeting, start)
    yield from (_kind(problem, talk, atom) for atom in conflicts(table, without_one) if atom.kind != "interpreter")
    taken = [any(atom.side == "interpreters" for atom in conflicts(table, booking)) for booking in with_one]
    if talk.language is not None and all(taken):
        yield INTERPRETER_FULL if with_one else NO_INTERPRETER


_BY_KIND = {"teacher_run": TEACHER_BREAK, "max_sessions": MOST_SESSIONS, "separated": SEPARATED}


def _kind(problem: Problem, talk: Meeting, atom: Atom) -> Words:
    """A teacher who sits there as a parent belongs to the family."""
    if atom.side == "rooms":
        return ROOM_FULL
    if atom.side == "teachers" and atom.who in {problem.teachers[t].id for t in talk.teachers}:
        return TEACHER_FULL
    return _BY_KIND.get(atom.kind, FAMILY_DAY_FULL)
