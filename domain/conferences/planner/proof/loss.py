"""What must be lost among some talks: solved as if all others were not there, so it is never more than the truth."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Event, Thread

from ortools.sat.python import cp_model

from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.proof.model import Model
from domain.conferences.planner.proof.rules import say_all
from domain.conferences.planner.timetable import Booking

Stop = Callable[[], bool]
SEED = 1
POLL = 0.1
ALMOST = 1e-6
LEAST = 0.001


@dataclass(slots=True)
class Effort:
    """What a proof may still cost, in CP-SAT's deterministic time: the same on any machine."""

    left: float
    workers: int
    stop: Stop

    def over(self) -> bool:
        return self.left <= 0 or self.stop()


@dataclass(frozen=True, slots=True)
class Question:
    """Talks with the ways in which each can take place, what each is worth here, and a schedule to begin from.

    `most_mandatory` restricts the schedules that are looked at to those that leave out at most so many; `known` is
    what is known to be lost.
    """

    problem: Problem
    given: dict[int, list[Booking]]
    worth: dict[int, int]
    hint: Sequence[Placed]
    most_mandatory: int
    known: int = 0

    @property
    def hinted(self) -> int:
        """What the hint loses."""
        return sum(self.worth.values()) - sum(self.worth.get(x.meeting, 0) for x in self.hint)


@dataclass(frozen=True, slots=True)
class Answer:
    """`lost`: a lower bound on the worth of the talks that any schedule leaves out. `better`: talks that lose less than
    the hint does, if such were found. `exact`: no more can be shown, however long one tries.
    """

    lost: int
    better: tuple[Placed, ...] = ()
    exact: bool = False


def loss(question: Question, effort: Effort, at_most: float) -> Answer:
    """What can be shown with at most so much of the effort."""
    hopeless = sum(worth for meeting, worth in question.worth.items() if not question.given[meeting])
    if question.hinted == hopeless or len(question.given) == 1 or effort.over():
        return Answer(hopeless, exact=not effort.over())
    model = Model(question.problem, question.given)
    if not say_all(model, effort.stop):
        return Answer(hopeless)
    mandatory = [m for m in model.of if question.problem.meetings[m].mandatory]
    if mandatory:
        model.cp.add(sum(model.taking_place[m] for m in mandatory) >= len(mandatory) - question.most_mandatory)
    model.hint(question.hint)
    losing = sum(worth * (1 - model.taking_place[m]) for m, worth in question.worth.items())
    model.cp.add(losing >= question.known)
    model.cp.minimize(losing)
    if effort.over():
        return Answer(hopeless)
    answer = _solved(model, effort, at_most)
    return answer if hopeless <= answer.lost <= question.hinted else Answer(hopeless)


def _solved(model: Model, effort: Effort, at_most: float) -> Answer:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = effort.workers
    parameters.random_seed = SEED
    parameters.max_deterministic_time = min(at_most, effort.left)
    parameters.linearization_level = 2  # the relaxation is what proves here
    with watched(solver, effort.stop):
        status = solver.solve(model.cp)
    effort.left -= max(solver.response_proto.deterministic_time, LEAST)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE} or solver.best_objective_bound > solver.objective_value:
        return Answer(0)  # ended before it knew anything: its bound would be no bound
    lost = ceil(solver.best_objective_bound - ALMOST)
    taking = [x.booking for x in model.all_of(model.of) if solver.boolean_value(x.literal)]
    better = tuple(Placed(x.meeting, x.start, x.interpreter) for x in taking)
    return Answer(lost, better, exact=status == cp_model.OPTIMAL)


@contextmanager
def watched(solver: cp_model.CpSolver, stop: Stop) -> Iterator[None]:
    """Ends the solver's search soon after `stop()` says so."""
    done = Event()

    def watch() -> None:
        while not done.wait(POLL):
            if stop():
                solver.stop_search()

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
