"""What a talk adds to the lower levels of the objective at a start."""

import numpy as np

from domain.conferences.planner.search.compiled import Row, compiled, int_at, whole, word_at
from domain.conferences.planner.search.stays import idle, idle_with, long_price, wait_price
from domain.conferences.planner.search.tables import session_at, stay_at, talk_at


@compiled
def price(given: Row, plan: Row, talk: int, session: int, cell: int) -> tuple[int, int, int]:
    """Family burden, preferences and teachers' time that the talk would add (less than 0 when it fills a wait)."""
    start = session_at(given.sessions, session).start + cell * given.grid
    burden, waiting = _for_households(given, plan, talk, session, start)
    return burden, waiting + _displeasure(given, talk, session, cell), _for_teachers(given, plan, talk, session, start)


@compiled
def _for_households(given: Row, plan: Row, talk: int, session: int, start: int) -> tuple[int, int]:
    record = talk_at(given.talks, talk)
    burden, waiting = whole(0), whole(0)
    for index in range(record.households, record.households_end):
        household = int_at(given.refs, index)
        stays = (household * given.session_count + session) * 2
        stay = stay_at(plan.family, stays + record.remote)
        before, after = idle(stay), idle_with(stay, start, record.minutes)
        burden += wait_price(given, record.remote, after - before)
        waiting += long_price(given, record.remote, after) - long_price(given, record.remote, before)
        if (
            int_at(plan.days, household)
            and stay_at(plan.family, stays).talks + stay_at(plan.family, stays + 1).talks == 0
        ):
            burden += given.another_session
    return burden, waiting


@compiled
def _displeasure(given: Row, talk: int, session: int, cell: int) -> int:
    word = word_at(given.outside, (talk) * given.width + session_at(given.sessions, session).word + (cell >> 6))
    return given.not_preferred if (word >> np.uint64(cell & 63)) & np.uint64(1) else 0


@compiled
def _for_teachers(given: Row, plan: Row, talk: int, session: int, start: int) -> int:
    record = talk_at(given.talks, talk)
    time = whole(0)
    for index in range(record.teachers, record.teachers_end):
        stay = stay_at(plan.staff, int_at(given.refs, index) * given.session_count + session)
        time += (idle_with(stay, start, record.minutes) - idle(stay)) * given.idle
        if stay.talks == 0:
            time += given.coming
    return time
