"""Putting talks back, each where it costs least now."""

import numpy as np

from domain.conferences.planner.search.booking import put
from domain.conferences.planner.search.chance import below
from domain.conferences.planner.search.compiled import (
    Row,
    compiled,
    int_at,
    long_at,
    lowest_bit,
    set_int,
    set_long,
    whole,
    word_at,
)
from domain.conferences.planner.search.free import find_free, option_of
from domain.conferences.planner.search.price import price
from domain.conferences.planner.search.tables import NOWHERE, session_at, spot_at, talk_at

HEAVIEST_FIRST, TIGHTEST_FIRST, LEFT_OUT_FIRST, AS_TAKEN, ORDERS = 0, 1, 2, 3, 5
BLINK = 50


@compiled
def recreate(given: Row, plan: Row, trial: Row) -> None:
    """The talks taken out and those left out that may profit, in a random kind of order."""
    _gather(given, plan, trial)
    _rank(given, trial)
    _sort(trial)
    _grant(given, plan, trial)
    for index in range(trial.waiting_count):
        if spot_at(plan.spots, int_at(trial.waiting, index)).at == NOWHERE:
            insert(given, plan, trial, int_at(trial.waiting, index))


@compiled
def _grant(given: Row, plan: Row, trial: Row) -> None:
    """The talk for which room was made comes first, at the start for which it was made."""
    if trial.wish >= 0 and spot_at(plan.spots, trial.wish).at == NOWHERE:
        place_at(given, plan, trial, trial.wish, trial.wish_session, trial.wish_cell)


@compiled
def place_at(given: Row, plan: Row, trial: Row, talk: int, session: int, cell: int) -> None:
    """At this start and no other, when it is free."""
    trial.work += 1
    word, bit = session_at(given.sessions, session).word + (cell >> 6), np.uint64(1) << np.uint64(cell & 63)
    if find_free(given, plan, talk) and word_at(plan.mask, word) & bit:
        put(given, plan, talk, session, cell, _interpreter(given, plan, trial, talk, session, cell))


@compiled
def _gather(given: Row, plan: Row, trial: Row) -> None:
    """Left-out talks that share a household or a teacher with one that was taken out; those taken out among them."""
    count = 0
    attempt = trial.attempt
    for index in range(plan.left_count):
        talk = int_at(plan.left, index)
        if talk_at(given.talks, talk).starts and _concerned(given, trial, talk, attempt):
            set_int(trial.waiting, count, talk)
            count += 1
    trial.waiting_count = count


@compiled
def _concerned(given: Row, trial: Row, talk: int, attempt: int) -> bool:
    record = talk_at(given.talks, talk)
    for index in range(record.households, record.households_end):
        if long_at(trial.near, int_at(given.refs, index)) == attempt:
            return True
    for index in range(record.teachers, record.teachers_end):
        if long_at(trial.near, given.household_count + int_at(given.refs, index)) == attempt:
            return True
    return False


@compiled
def _rank(given: Row, trial: Row) -> None:
    """Heaviest, tightest, left out before, or taken out first; or by chance alone. Chance decides among equals."""
    order = below(trial.chance, ORDERS)
    for index in range(trial.waiting_count):
        talk = int_at(trial.waiting, index)
        record = talk_at(given.talks, talk)
        rank = below(trial.chance, 1 << 10)
        if order == HEAVIEST_FIRST:
            rank -= record.weight << 10
        elif order == TIGHTEST_FIRST:
            rank += record.starts << 7
        elif order == LEFT_OUT_FIRST and long_at(trial.seen, talk) != trial.attempt:
            rank -= 1 << 20
        elif order == AS_TAKEN:
            rank += index << 10
        set_long(trial.rank, index, rank - (record.mandatory << 30))


@compiled
def _sort(trial: Row) -> None:
    for index in range(1, trial.waiting_count):
        talk, rank = int_at(trial.waiting, index), long_at(trial.rank, index)
        place = index
        while place > 0 and long_at(trial.rank, place - 1) > rank:
            set_long(trial.rank, place, long_at(trial.rank, place - 1))
            set_int(trial.waiting, place, int_at(trial.waiting, place - 1))
            place -= 1
        set_long(trial.rank, place, rank)
        set_int(trial.waiting, place, talk)


@compiled
def insert(given: Row, plan: Row, trial: Row, talk: int) -> bool:
    """At the cheapest free start; now and then one is overlooked, so that the search does not repeat itself."""
    trial.work += 1
    if not find_free(given, plan, talk):
        return False
    record = talk_at(given.talks, talk)
    least, where, when = whole(1) << 60, -1, 0
    for session in range(given.session_count):
        first = session_at(given.sessions, session).word
        for word in range(session_at(given.sessions, session).words):
            bits = word_at(plan.mask, first + word)
            while bits:
                cell = (word << 6) + whole(lowest_bit(bits))
                bits &= bits - np.uint64(1)
                burden, preferences, time = price(given, plan, talk, session, cell)
                total = (
                    burden * long_at(trial.rates, 3)
                    + preferences * long_at(trial.rates, 4)
                    + time * long_at(trial.rates, 5)
                )
                if (
                    record.published >= 0
                    and record.published != session_at(given.sessions, session).start + cell * given.grid
                ):
                    total += long_at(trial.rates, 2)
                if total < least and (where < 0 or below(trial.chance, BLINK)):
                    least, where, when = total, session, cell
    put(given, plan, talk, where, when, _interpreter(given, plan, trial, talk, where, when))
    return True


@compiled
def _interpreter(given: Row, plan: Row, trial: Row, talk: int, session: int, cell: int) -> int:
    """Any of those who are free then; the one of the published schedule first."""
    record = talk_at(given.talks, talk)
    if not record.interpreted:
        return -1
    word, bit = session_at(given.sessions, session).word + (cell >> 6), np.uint64(1) << np.uint64(cell & 63)
    found, free = -1, 0
    for choice in range(record.choices, record.choices_end):
        if word_at(option_of(given, plan, choice - record.choices), word) & bit:
            free += 1
            if int_at(given.choice, choice) == record.interpreter:
                return record.interpreter
            if below(trial.chance, free) == 0:
                found = int_at(given.choice, choice)
    return found
