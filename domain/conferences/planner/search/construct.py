"""The first schedule: pinned talks, then published ones where they were, then the tightest first."""

import numpy as np

from domain.conferences.planner.search.compiled import Address, Row, compiled, entered, int_at
from domain.conferences.planner.search.levels import better, keep
from domain.conferences.planner.search.recreate import insert, place_at
from domain.conferences.planner.search.tables import NOWHERE, Ints, Records, session_at, spot_at, talk_at


@entered
def construct(given: Row, plan: Row, trial: Row, order: Address) -> None:
    for index in range(given.talk_count):
        talk = int_at(order, index)
        if spot_at(plan.spots, talk).at != NOWHERE or talk_at(given.talks, talk).starts == 0:
            continue
        if talk_at(given.talks, talk).published >= 0:
            _as_published(given, plan, trial, talk)
        else:
            insert(given, plan, trial, talk)
    for index in range(plan.left_count - 1, -1, -1):
        insert(given, plan, trial, int_at(plan.left, index))
    keep(given, plan, trial)


def urgency(talks: Records) -> Ints:
    """All talks in the order in which they get a start at first."""
    kind = np.where(talks["pinned"], 0, np.where(talks["published"] >= 0, 1, np.where(talks["mandatory"], 2, 3)))
    return np.lexsort((talks["starts"], kind)).astype(np.int32)


@entered
def begin_from(given: Row, plan: Row, trial: Row, wished: Address, count: int, order: Address) -> None:
    """An empty plan with these talks where they are wished, and all others where they still fit."""
    for index in range(count):
        spot = spot_at(wished, index)
        place_at(given, plan, trial, spot.at, spot.session, spot.cell)
    for index in range(given.talk_count):
        talk = int_at(order, index)
        if spot_at(plan.spots, talk).at == NOWHERE:
            insert(given, plan, trial, talk)
    if better(plan.levels, trial.best_levels):
        keep(given, plan, trial)


@compiled
def _as_published(given: Row, plan: Row, trial: Row, talk: int) -> None:
    published = talk_at(given.talks, talk).published
    for session in range(given.session_count):
        cell = (published - session_at(given.sessions, session).start) // given.grid
        if (
            0 <= cell < session_at(given.sessions, session).cells
            and (published - session_at(given.sessions, session).start) % given.grid == 0
        ):
            place_at(given, plan, trial, talk, session, cell)
            if spot_at(plan.spots, talk).at != NOWHERE:
                return
