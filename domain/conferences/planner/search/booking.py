"""Putting a talk into every diary it concerns, and taking it out again; the six levels are kept up to date."""

from domain.conferences.planner.search.compiled import Row, add_int, add_long, compiled, int_at, set_int
from domain.conferences.planner.search.places import place_of
from domain.conferences.planner.search.price import price
from domain.conferences.planner.search.stays import shrink, stretch
from domain.conferences.planner.search.tables import NOWHERE, room_at, session_at, spot_at, stay_at, talk_at


@compiled
def put(given: Row, plan: Row, talk: int, session: int, cell: int, interpreter: int) -> None:
    """Place a talk that is left out. The caller has seen to it that the start is free."""
    _count(given, plan, talk, price(given, plan, talk, session, cell), session, cell, 1)
    spot = spot_at(plan.spots, talk)
    spot.at = session_at(given.sessions, session).start + cell * given.grid
    spot.cell, spot.session, spot.interpreter = cell, session, interpreter
    record = talk_at(given.talks, talk)
    sessions = given.session_count
    for index in range(record.households, record.households_end):
        household = int_at(given.refs, index)
        stays = (household * sessions + session) * 2
        if stay_at(plan.family, stays).talks + stay_at(plan.family, stays + 1).talks == 0:
            add_int(plan.days, household, 1)
        stretch(stay_at(plan.family, stays + record.remote), spot.at, record.minutes)
        _enter(given, plan, household, talk)
    for index in range(record.teachers, record.teachers_end):
        stretch(stay_at(plan.staff, int_at(given.refs, index) * sessions + session), spot.at, record.minutes)
        _enter(given, plan, given.household_count + int_at(given.refs, index), talk)
    _elsewhere(given, plan, talk, 1)
    _no_longer_left(plan, talk)


@compiled
def take(given: Row, plan: Row, talk: int) -> None:
    """Leave out a talk that has a start."""
    record, spot = talk_at(given.talks, talk), spot_at(plan.spots, talk)
    session, cell, sessions = spot.session, spot.cell, given.session_count
    for index in range(record.households, record.households_end):
        household = int_at(given.refs, index)
        stays = (household * sessions + session) * 2
        _strike_out(given, plan, household, talk)
        shrink(given, plan, stay_at(plan.family, stays + record.remote), household, session, record.remote, talk)
        if stay_at(plan.family, stays).talks + stay_at(plan.family, stays + 1).talks == 0:
            add_int(plan.days, household, -1)
    for index in range(record.teachers, record.teachers_end):
        diary = given.household_count + int_at(given.refs, index)
        _strike_out(given, plan, diary, talk)
        shrink(
            given, plan, stay_at(plan.staff, int_at(given.refs, index) * sessions + session), diary, session, -1, talk
        )
    _elsewhere(given, plan, talk, 0)
    spot.at = NOWHERE
    set_int(plan.left_place, talk, plan.left_count)
    set_int(plan.left, plan.left_count, talk)
    plan.left_count += 1
    _count(given, plan, talk, price(given, plan, talk, session, cell), session, cell, -1)


@compiled
def _no_longer_left(plan: Row, talk: int) -> None:
    plan.left_count -= 1
    last = int_at(plan.left, plan.left_count)
    set_int(plan.left, int_at(plan.left_place, talk), last)
    set_int(plan.left_place, last, int_at(plan.left_place, talk))


@compiled
def _count(given: Row, plan: Row, talk: int, prices: tuple[int, int, int], session: int, cell: int, sign: int) -> None:
    """The levels with the talk at this start (sign 1) or no longer there (sign -1)."""
    record, levels = talk_at(given.talks, talk), plan.levels
    if record.mandatory:
        add_long(levels, 0, -sign)
    else:
        add_long(levels, 1, -sign * record.weight)
    if record.published >= 0 and record.published == session_at(given.sessions, session).start + cell * given.grid:
        add_long(levels, 2, -sign)
    add_long(levels, 3, sign * prices[0])
    add_long(levels, 4, sign * prices[1])
    add_long(levels, 5, sign * prices[2])
    for index in range(record.households, record.households_end):
        household = int_at(given.refs, index)
        if sign > 0:
            add_int(plan.lost, household, -1)
        add_long(levels, 4, -sign * given.pair * int_at(plan.lost, household))
        if sign < 0:
            add_int(plan.lost, household, 1)


@compiled
def _elsewhere(given: Row, plan: Row, talk: int, entering: int) -> None:
    """The diaries of students, of the interpreter and of a shared room."""
    record, spot = talk_at(given.talks, talk), spot_at(plan.spots, talk)
    for index in range(record.students, record.students_end):
        _turn(given, plan, int_at(given.refs, index), talk, entering)
    if spot.interpreter >= 0:
        _turn(given, plan, spot.interpreter, talk, entering)
    diary = room_at(given.rooms, place_of(given, talk, spot.session)).diary
    if diary >= 0:
        _turn(given, plan, diary, talk, entering)


@compiled
def _turn(given: Row, plan: Row, diary: int, talk: int, entering: int) -> None:
    if entering:
        _enter(given, plan, diary, talk)
    else:
        _strike_out(given, plan, diary, talk)


@compiled
def _enter(given: Row, plan: Row, diary: int, talk: int) -> None:
    first = int_at(given.diaries, diary)
    place = first + int_at(plan.entries, diary)
    at = spot_at(plan.spots, talk).at
    while place > first and spot_at(plan.spots, int_at(plan.pages, place - 1)).at > at:
        set_int(plan.pages, place, int_at(plan.pages, place - 1))
        place -= 1
    set_int(plan.pages, place, talk)
    add_int(plan.entries, diary, 1)


@compiled
def _strike_out(given: Row, plan: Row, diary: int, talk: int) -> None:
    place = int_at(given.diaries, diary)
    while int_at(plan.pages, place) != talk:
        place += 1
    add_int(plan.entries, diary, -1)
    last = int_at(given.diaries, diary) + int_at(plan.entries, diary)
    while place < last:
        set_int(plan.pages, place, int_at(plan.pages, place + 1))
        place += 1
