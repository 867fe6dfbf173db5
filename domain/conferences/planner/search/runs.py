"""A teacher's runs: talks with less than the shortest break between them last at most so long together."""

from domain.conferences.planner.search.compiled import Address, Row, compiled, int_at
from domain.conferences.planner.search.strike import strike
from domain.conferences.planner.search.tables import FAR, session_at, spot_at, talk_at, teacher_at


@compiled
def forbid_long_runs(given: Row, plan: Row, teacher: int, minutes: int, mask: Address) -> None:
    """Strike out the starts that would make the run before, the run after, or both with the talk between, too long."""
    longest = teacher_at(given.teachers, teacher).longest_run
    if longest == 0:
        return
    pause = teacher_at(given.teachers, teacher).shortest_break
    diary = given.household_count + teacher
    first = int_at(given.diaries, diary)
    begin, end, session = -FAR, -FAR, -1
    start, until, here = -FAR, -FAR, -1
    for page in range(first, first + int_at(plan.entries, diary)):
        talk = int_at(plan.pages, page)
        spot = spot_at(plan.spots, talk)
        if here >= 0 and spot.at - until < pause:
            until = max(until, spot.at + talk_at(given.talks, talk).minutes)
            continue
        if here >= 0:
            _around(given, mask, session, begin, end, here, start, until, minutes, longest, pause)
            begin, end, session = start, until, here
        start, until, here = spot.at, spot.at + talk_at(given.talks, talk).minutes, spot.session
    if here >= 0:
        _around(given, mask, session, begin, end, here, start, until, minutes, longest, pause)
        _after(given, mask, here, start, until, minutes, longest, pause)


@compiled
def _around(
    given: Row,
    mask: Address,
    session: int,
    begin: int,
    end: int,
    here: int,
    start: int,
    until: int,
    minutes: int,
    longest: int,
    pause: int,
) -> None:
    """Between the run [begin, end) and the next one [start, until)."""
    _before(given, mask, here, start, until, minutes, longest, pause)
    if session >= 0:
        _after(given, mask, session, begin, end, minutes, longest, pause)
        if until - begin > longest:
            _strike_near(given, mask, here, start - pause - minutes + 1, end + pause - 1)


@compiled
def _before(
    given: Row, mask: Address, session: int, start: int, until: int, minutes: int, longest: int, pause: int
) -> None:
    _strike_near(given, mask, session, start - pause - minutes + 1, min(start - minutes, until - longest - 1))


@compiled
def _after(
    given: Row, mask: Address, session: int, begin: int, end: int, minutes: int, longest: int, pause: int
) -> None:
    _strike_near(given, mask, session, max(end, begin + longest - minutes + 1), end + pause - 1)


@compiled
def _strike_near(given: Row, mask: Address, session: int, low: int, high: int) -> None:
    if low > high:
        return
    record = session_at(given.sessions, session)
    for index in range(record.near, record.near_end):
        strike(given, mask, int_at(given.near, index), low, high)
