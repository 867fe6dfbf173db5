"""Taking out talks that have to do with each other: the same teacher, household or hour."""

import numpy as np

from domain.conferences.planner.search.booking import take
from domain.conferences.planner.search.chance import below
from domain.conferences.planner.search.compiled import (
    Row,
    compiled,
    int_at,
    lowest_bit,
    set_int,
    set_long,
    whole,
    word_at,
)
from domain.conferences.planner.search.levels import copy_spot
from domain.conferences.planner.search.tables import NOWHERE, check_at, session_at, spot_at, talk_at

# Of eight attempts: two make room for a talk left out, one takes out such a talk's household, one any, two bring a
# household together at another time, two wander.
WAYS, MAKE_ROOM, FROM_LEFT_OUT, HOUSEHOLD, TOGETHER = 8, 2, 3, 4, 6
# Of five steps from a talk to the next: two along the household, three along the teacher.
STEPS, ALONG_HOUSEHOLD = 5, 2
LONGEST_STRING = 4


@compiled
def ruin(given: Row, plan: Row, trial: Row, most: int) -> None:
    """One of the ways, with chance; up to about `most` talks are taken out."""
    trial.gone_count = 0
    trial.wish = -1
    trial.attempt += 1
    way = below(trial.chance, WAYS)
    seed = below(trial.chance, given.talk_count)
    if plan.left_count and way < FROM_LEFT_OUT:
        seed = int_at(plan.left, below(trial.chance, plan.left_count))
        if way < MAKE_ROOM:
            _make_room(given, plan, trial, seed)
            _wander(given, plan, trial, seed, below(trial.chance, most // 2 + 1))
            return
    if way < HOUSEHOLD:
        _whole_household(given, plan, trial, seed)
        _wander(given, plan, trial, seed, trial.gone_count + below(trial.chance, most // 2 + 1))
    elif way < TOGETHER:
        _together(given, plan, trial, seed)
    else:
        _wander(given, plan, trial, seed, 1 + below(trial.chance, most))


@compiled
def remove(given: Row, plan: Row, trial: Row, talk: int) -> None:
    if spot_at(plan.spots, talk).at == NOWHERE or talk_at(given.talks, talk).pinned:
        return
    count = trial.gone_count
    set_int(trial.gone, count, talk)
    copy_spot(spot_at(trial.was, count), spot_at(plan.spots, talk))
    trial.gone_count = count + 1
    set_long(trial.seen, talk, trial.attempt)
    _mark(given, trial, talk)
    take(given, plan, talk)


@compiled
def _mark(given: Row, trial: Row, talk: int) -> None:
    record = talk_at(given.talks, talk)
    for index in range(record.households, record.households_end):
        set_long(trial.near, int_at(given.refs, index), trial.attempt)
    for index in range(record.teachers, record.teachers_end):
        set_long(trial.near, given.household_count + int_at(given.refs, index), trial.attempt)


@compiled
def _whole_household(given: Row, plan: Row, trial: Row, talk: int) -> None:
    household = int_at(given.refs, talk_at(given.talks, talk).households)
    first = int_at(given.diaries, household)
    for page in range(first + int_at(plan.entries, household) - 1, first - 1, -1):
        remove(given, plan, trial, int_at(plan.pages, page))


@compiled
def _together(given: Row, plan: Row, trial: Row, talk: int) -> None:
    """All of a household's talks, and those of its teachers around a time that suits one of them."""
    session, cell = _some_feasible(given, trial, talk)
    if session < 0:
        return
    _mark(given, trial, talk)
    _whole_household(given, plan, trial, talk)
    when = session_at(given.sessions, session).start + cell * given.grid
    for index in range(trial.gone_count):
        record = talk_at(given.talks, int_at(trial.gone, index))
        for teacher in range(record.teachers, record.teachers_end):
            diary = given.household_count + int_at(given.refs, teacher)
            _remove_string(given, plan, trial, diary, when, 1 + below(trial.chance, LONGEST_STRING))
    trial.wish, trial.wish_session, trial.wish_cell = talk, session, cell


@compiled
def _wander(given: Row, plan: Row, trial: Row, seed: int, size: int) -> None:
    """From a talk to others near it in time in a diary of its teacher or household, and on from there."""
    when = _some_start(given, plan, trial, seed)
    _mark(given, trial, seed)
    remove(given, plan, trial, seed)
    talk = seed
    for _ in range(4 * size):
        if trial.gone_count >= size:
            return
        if trial.gone_count and below(trial.chance, 4):
            index = below(trial.chance, trial.gone_count)
            talk, when = int_at(trial.gone, index), spot_at(trial.was, index).at
        diary = _some_diary(given, trial, talk)
        _remove_string(given, plan, trial, diary, when, 1 + below(trial.chance, LONGEST_STRING))


@compiled
def _some_start(given: Row, plan: Row, trial: Row, talk: int) -> int:
    if spot_at(plan.spots, talk).at != NOWHERE:
        return spot_at(plan.spots, talk).at
    session = below(trial.chance, given.session_count)
    return (
        session_at(given.sessions, session).start
        + below(trial.chance, session_at(given.sessions, session).cells) * given.grid
    )


@compiled
def _some_diary(given: Row, trial: Row, talk: int) -> int:
    record = talk_at(given.talks, talk)
    if below(trial.chance, STEPS) < ALONG_HOUSEHOLD:
        return int_at(given.refs, record.households + below(trial.chance, record.households_end - record.households))
    teacher = int_at(given.refs, record.teachers + below(trial.chance, record.teachers_end - record.teachers))
    return given.household_count + teacher


@compiled
def _remove_string(given: Row, plan: Row, trial: Row, diary: int, when: int, length: int) -> None:
    """So many talks in a row of one diary, around a time."""
    first, count = int_at(given.diaries, diary), int_at(plan.entries, diary)
    place = 0
    while place < count and spot_at(plan.spots, int_at(plan.pages, first + place)).at < when:
        place += 1
    place = max(0, min(place - below(trial.chance, length + 1), count - length))
    for _ in range(min(length, count)):
        before = int_at(plan.entries, diary)
        if place >= before:
            return
        remove(given, plan, trial, int_at(plan.pages, first + place))
        if int_at(plan.entries, diary) == before:
            place += 1


@compiled
def _make_room(given: Row, plan: Row, trial: Row, talk: int) -> None:
    """Take out what stands in the way of a talk left out at a start that would suit it, and wish it there."""
    session, cell = _some_feasible(given, trial, talk)
    if session < 0:
        return
    _mark(given, trial, talk)
    record = talk_at(given.talks, talk)
    start = session_at(given.sessions, session).start + cell * given.grid
    for index in range(record.checks, record.checks_end):
        margin = given.grid * below(trial.chance, 4)
        _clear(given, plan, trial, check_at(given.checks, index).diary, start - margin, start + record.minutes + margin)
    trial.wish, trial.wish_session, trial.wish_cell = talk, session, cell


@compiled
def _some_feasible(given: Row, trial: Row, talk: int) -> tuple[int, int]:
    """A start at random among the static ones; (-1, 0) when a talk has none."""
    found, session, cell = 0, -1, 0
    for index in range(given.session_count):
        first = session_at(given.sessions, index).word
        for word in range(session_at(given.sessions, index).words):
            bits = word_at(given.feasible, (talk) * given.width + first + word)
            while bits:
                found += 1
                if below(trial.chance, found) == 0:
                    session, cell = index, (word << 6) + whole(lowest_bit(bits))
                bits &= bits - np.uint64(1)
    return session, cell


@compiled
def _clear(given: Row, plan: Row, trial: Row, diary: int, begin: int, end: int) -> None:
    first = int_at(given.diaries, diary)
    page = first
    while page < first + int_at(plan.entries, diary):
        talk = int_at(plan.pages, page)
        before = int_at(plan.entries, diary)
        if (
            spot_at(plan.spots, talk).at < end
            and begin < spot_at(plan.spots, talk).at + talk_at(given.talks, talk).minutes
        ):
            remove(given, plan, trial, talk)
        if int_at(plan.entries, diary) == before:
            page += 1
