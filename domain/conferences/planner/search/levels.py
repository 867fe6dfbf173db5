"""The six levels as one number, and as they are compared; the best schedule so far."""

from domain.conferences.planner.search.compiled import Address, Row, compiled, long_at, set_long, whole
from domain.conferences.planner.search.tables import spot_at

LEVELS = 6


@compiled
def cost(levels: Address, rates: Address) -> int:
    """What the search walks on."""
    total = whole(0)
    for level in range(LEVELS):
        total += long_at(levels, level) * long_at(rates, level)
    return total


@compiled
def better(one: Address, other: Address) -> bool:
    for level in range(LEVELS):
        if long_at(one, level) != long_at(other, level):
            return long_at(one, level) < long_at(other, level)
    return False


@compiled
def keep(given: Row, plan: Row, trial: Row) -> None:
    """This is the best schedule so far."""
    trial.improved += 1
    trial.best_left = plan.left_count
    for level in range(LEVELS):
        set_long(trial.best_levels, level, long_at(plan.levels, level))
    for talk in range(given.talk_count):
        copy_spot(spot_at(trial.best, talk), spot_at(plan.spots, talk))


@compiled
def copy_spot(target: Row, source: Row) -> None:
    target.at = source.at
    target.cell = source.cell
    target.session = source.session
    target.interpreter = source.interpreter
