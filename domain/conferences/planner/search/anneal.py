"""The walk: ruin, recreate, and keep it or undo it as simulated annealing says."""

from math import log

from domain.conferences.planner.search.booking import put, take
from domain.conferences.planner.search.chance import odds
from domain.conferences.planner.search.compiled import Row, compiled, entered, int_at
from domain.conferences.planner.search.levels import better, cost, keep
from domain.conferences.planner.search.recreate import recreate
from domain.conferences.planner.search.ruin import ruin
from domain.conferences.planner.search.tables import NOWHERE, spot_at


@entered
def anneal(given: Row, plan: Row, trial: Row, heat: float, most: int, work: int) -> None:
    """Attempts until so many insertions are counted. `heat` is in points of the cost, `most` the size of a ruin."""
    before = cost(plan.levels, trial.rates)
    while trial.work < work:
        trial.work += 1
        ruin(given, plan, trial, most)
        recreate(given, plan, trial)
        after = cost(plan.levels, trial.rates)
        if after >= before - heat * log(odds(trial.chance)):
            _undo(given, plan, trial)
            continue
        before = after
        if better(plan.levels, trial.best_levels):
            keep(given, plan, trial)


@compiled
def _undo(given: Row, plan: Row, trial: Row) -> None:
    """Everything that moved or came goes; then what was taken out returns to where it stood."""
    for index in range(trial.waiting_count):
        talk = int_at(trial.waiting, index)
        if spot_at(plan.spots, talk).at != NOWHERE and not _stayed(plan, trial, talk):
            take(given, plan, talk)
    for index in range(trial.gone_count):
        was = spot_at(trial.was, index)
        if spot_at(plan.spots, int_at(trial.gone, index)).at == NOWHERE:
            put(given, plan, int_at(trial.gone, index), was.session, was.cell, was.interpreter)


@compiled
def _stayed(plan: Row, trial: Row, talk: int) -> bool:
    for index in range(trial.gone_count):
        if int_at(trial.gone, index) == talk:
            return (
                spot_at(plan.spots, talk).at == spot_at(trial.was, index).at
                and spot_at(plan.spots, talk).interpreter == spot_at(trial.was, index).interpreter
            )
    return False
