"""Stretches from a first to a last talk: how long a household waits and a teacher sits idle in one session."""

from domain.conferences.planner.search.compiled import Row, compiled, int_at
from domain.conferences.planner.search.tables import FAR, spot_at, talk_at


@compiled
def idle(stay: Row) -> int:
    return stay.last - stay.first - stay.minutes if stay.talks else 0


@compiled
def idle_with(stay: Row, start: int, minutes: int) -> int:
    """Were a talk added."""
    return max(stay.last, start + minutes) - min(stay.first, start) - stay.minutes - minutes


@compiled
def wait_price(given: Row, remote: int, minutes: int) -> int:
    return minutes * (given.remote if remote else given.on_site)


@compiled
def long_price(given: Row, remote: int, minutes: int) -> int:
    return 0 if remote else max(0, minutes - given.long_wait_from) * given.long_wait


@compiled
def stretch(stay: Row, start: int, minutes: int) -> None:
    stay.first = min(stay.first, start)
    stay.last = max(stay.last, start + minutes)
    stay.minutes += minutes
    stay.talks += 1


@compiled
def shrink(given: Row, plan: Row, stay: Row, diary: int, session: int, remote: int, talk: int) -> None:
    """A talk is gone from its diary: when it was the first or the last, look for the new one. -1: any channel."""
    start = spot_at(plan.spots, talk).at
    minutes = talk_at(given.talks, talk).minutes
    stay.minutes -= minutes
    stay.talks -= 1
    if stay.first < start and start + minutes < stay.last:
        return
    stay.first, stay.last = FAR, -FAR
    page = int_at(given.diaries, diary)
    for place in range(page, page + int_at(plan.entries, diary)):
        other = int_at(plan.pages, place)
        record = talk_at(given.talks, other)
        spot = spot_at(plan.spots, other)
        if spot.session == session and (remote < 0 or record.remote == remote):
            stay.first = min(stay.first, spot.at)
            stay.last = max(stay.last, spot.at + record.minutes)
