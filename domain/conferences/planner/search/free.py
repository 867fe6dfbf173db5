"""The starts that a talk may have now: the static ones, minus what every diary forbids. Exact for any grid."""

import numpy as np

from domain.conferences.planner.search.compiled import Address, Row, compiled, int_at, set_word, whole, word_at
from domain.conferences.planner.search.places import place_of
from domain.conferences.planner.search.runs import forbid_long_runs
from domain.conferences.planner.search.strike import strike
from domain.conferences.planner.search.tables import (
    APART,
    FAMILY,
    STAFF,
    STUDENT,
    check_at,
    room_at,
    session_at,
    spot_at,
    stay_at,
    talk_at,
)


@compiled
def find_free(given: Row, plan: Row, talk: int) -> bool:
    """Leaves the free starts in `plan.mask`, and those with each interpreter in `plan.options`; False for none."""
    mask, width = plan.mask, given.width
    for word in range(width):
        set_word(mask, word, word_at(given.feasible, talk * width + word))
    _forbid_full_days(given, plan, talk)
    record = talk_at(given.talks, talk)
    for index in range(record.checks, record.checks_end):
        check = check_at(given.checks, index)
        _forbid(given, plan, talk, check.diary, check.kind, check.value, mask)
        if not _any(mask, width):
            return False
    for index in range(record.teachers, record.teachers_end):
        forbid_long_runs(given, plan, int_at(given.refs, index), record.minutes, mask)
    _forbid_full_rooms(given, plan, talk)
    if record.interpreted:
        _keep_interpreted(given, plan, talk)
    return _any(mask, width)


@compiled
def _any(mask: Address, width: int) -> bool:
    found = np.uint64(0)
    for word in range(width):
        found |= word_at(mask, word)
    return found != 0


@compiled
def _forbid(given: Row, plan: Row, talk: int, diary: int, kind: int, value: int, mask: Address) -> None:
    """Strike out the starts too near to any booking of a diary."""
    first = int_at(given.diaries, diary)
    minutes = talk_at(given.talks, talk).minutes
    for page in range(first, first + int_at(plan.entries, diary)):
        other = int_at(plan.pages, page)
        spot = spot_at(plan.spots, other)
        if kind == APART:
            _forbid_company(given, plan, talk, other, value, mask)
            continue
        end = spot.at + talk_at(given.talks, other).minutes
        room = place_of(given, other, spot.session)
        for index in range(
            session_at(given.sessions, spot.session).near, session_at(given.sessions, spot.session).near_end
        ):
            session = int_at(given.near, index)
            mine = place_of(given, talk, session)
            if mine >= 0:
                before = _gap(given, kind, value, talk, mine, other, room)
                after = _gap(given, kind, value, other, room, talk, mine)
                strike(given, mask, session, spot.at - minutes - before + 1, end + after - 1)


@compiled
def _gap(given: Row, kind: int, value: int, first: int, here: int, then: int, there: int) -> int:
    """Minutes between the end of one talk and the start of the next, for whoever is in both."""
    walk = int_at(given.walk, (here) * given.room_count + there)
    if kind == STAFF:
        return walk
    if kind == STUDENT and _share_household(given, first, then):
        return 0
    if talk_at(given.talks, first).remote != talk_at(given.talks, then).remote:
        return given.channel_change
    if talk_at(given.talks, first).remote or walk == 0:
        return 0
    return walk + (value if kind == FAMILY else 0)


@compiled
def _share_household(given: Row, one: int, other: int) -> bool:
    for index in range(talk_at(given.talks, one).households, talk_at(given.talks, one).households_end):
        for place in range(talk_at(given.talks, other).households, talk_at(given.talks, other).households_end):
            if int_at(given.refs, index) == int_at(given.refs, place):
                return True
    return False


@compiled
def _forbid_company(given: Row, plan: Row, talk: int, other: int, gap: int, mask: Address) -> None:
    """Separated households: nothing in the same session (a gap that no session holds), or `gap` minutes apart."""
    if talk_at(given.talks, other).remote:
        return
    spot = spot_at(plan.spots, other)
    strike(
        given,
        mask,
        spot.session,
        spot.at - talk_at(given.talks, talk).minutes - gap + 1,
        spot.at + talk_at(given.talks, other).minutes + gap - 1,
    )


@compiled
def _forbid_full_days(given: Row, plan: Row, talk: int) -> None:
    """A household that attends as many sessions as it wants gets no other session."""
    record = talk_at(given.talks, talk)
    sessions = given.session_count
    for index in range(record.households, record.households_end):
        household = int_at(given.refs, index)
        if int_at(plan.days, household) < int_at(given.most_sessions, household):
            continue
        for session in range(sessions):
            stay = (household * sessions + session) * 2
            if stay_at(plan.family, stay).talks + stay_at(plan.family, stay + 1).talks == 0:
                first = session_at(given.sessions, session).word
                for word in range(first, first + session_at(given.sessions, session).words):
                    set_word(plan.mask, word, np.uint64(0))


@compiled
def _forbid_full_rooms(given: Row, plan: Row, talk: int) -> None:
    """A shared room is full from a booking's start to the first end among those there, once they fill it."""
    for session in range(given.session_count):
        room = place_of(given, talk, session)
        if room < 0 or room_at(given.rooms, room).diary < 0:
            continue
        diary = room_at(given.rooms, room).diary
        first = int_at(given.diaries, diary)
        for page in range(first, first + int_at(plan.entries, diary)):
            start = spot_at(plan.spots, int_at(plan.pages, page)).at
            there, until = 0, whole(1 << 40)
            for back in range(first, page + 1):
                end = (
                    spot_at(plan.spots, int_at(plan.pages, back)).at
                    + talk_at(given.talks, int_at(plan.pages, back)).minutes
                )
                if end > start:
                    there += 1
                    until = min(until, end)
            if there >= room_at(given.rooms, room).capacity:
                strike(given, plan.mask, session, start - talk_at(given.talks, talk).minutes + 1, until - 1)


@compiled
def _keep_interpreted(given: Row, plan: Row, talk: int) -> None:
    """Only starts with a free interpreter remain."""
    record = talk_at(given.talks, talk)
    for choice in range(record.choices, record.choices_end):
        option = option_of(given, plan, choice - record.choices)
        for word in range(given.width):
            set_word(option, word, word_at(plan.mask, word) & word_at(given.interpretable, choice * given.width + word))
        if _any(option, given.width):
            _forbid(given, plan, talk, int_at(given.choice, choice), STAFF, 0, option)
    for word in range(given.width):
        found = np.uint64(0)
        for choice in range(record.choices_end - record.choices):
            found |= word_at(option_of(given, plan, choice), word)
        set_word(plan.mask, word, word_at(plan.mask, word) & found)


@compiled
def option_of(given: Row, plan: Row, place: int) -> Address:
    """The starts with the interpreter at this place among a talk's choices."""
    return plan.options + place * given.width * 8
