"""Making a plan like another one."""

from domain.conferences.planner.search.booking import put, take
from domain.conferences.planner.search.compiled import Address, Row, compiled, entered
from domain.conferences.planner.search.tables import NOWHERE, spot_at


@entered
def restore(given: Row, plan: Row, spots: Address) -> None:
    """Every talk goes where `spots` has it: first out of the way, then in place."""
    for talk in range(given.talk_count):
        if spot_at(plan.spots, talk).at != NOWHERE and not _same(spot_at(plan.spots, talk), spot_at(spots, talk)):
            take(given, plan, talk)
    for talk in range(given.talk_count):
        spot = spot_at(spots, talk)
        if spot.at != NOWHERE and spot_at(plan.spots, talk).at == NOWHERE:
            put(given, plan, talk, spot.session, spot.cell, spot.interpreter)


@compiled
def _same(one: Row, other: Row) -> bool:
    return one.at == other.at and one.interpreter == other.interpreter
