"""An order of the day for visits: by neighbourhood and availability, without a map.

A greedy walk: whoever can be somewhere first goes there, and neighbours are nearer than others. Nobody is visited
outside the moments that the family chose, no visitor is in two places, and the way between is always kept free.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from domain.conversations.rules.grid import GRID_MINUTES
from domain.visits.rules.planning import Window

GRID = timedelta(minutes=GRID_MINUTES)


@dataclass(frozen=True)
class Wish:
    """A family that wants a visit."""

    visit_id: UUID
    minutes: int
    windows: Sequence[Window]
    neighbourhood: tuple[str, str]
    """Postal code and street, for the order only."""


@dataclass(frozen=True)
class Stop:
    """A visit in the order of the day."""

    wish: Wish
    staff_id: UUID
    starts_at: datetime
    way_there: timedelta

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.wish.minutes)


@dataclass
class _Visitor:
    """Where somebody goes, and when they are taken already."""

    staff_id: UUID
    busy: Sequence[Window]
    stops: list[Stop] = field(default_factory=list)

    def next_stop(self, wish: Wish, travel: timedelta) -> Stop | None:
        """The earliest at which they could be there, after what they do already."""
        return min(self._possible(wish, travel), key=lambda stop: stop.starts_at, default=None)

    def _possible(self, wish: Wish, travel: timedelta) -> Iterable[Stop]:
        last = self.stops[-1] if self.stops else None
        if last:
            way = _way(last.wish, wish, travel)
            yield from self._inside(wish, last.ends_at + way, way, travel, since=last.ends_at)
        back = last.ends_at + travel if last else None
        for free_from in (back, *(one.ends_at for one in self.busy)):
            if back is None or (free_from is not None and free_from >= back):
                yield from self._inside(wish, free_from and free_from + travel, travel, travel, since=back)

    def _inside(
        self, wish: Wish, ready: datetime | None, way: timedelta, back: timedelta, *, since: datetime | None
    ) -> Iterable[Stop]:
        for window in wish.windows:
            stop = Stop(wish, self.staff_id, _on_grid(max(ready or window.starts_at, window.starts_at)), way)
            leaves, returns = stop.starts_at - way, stop.ends_at + back
            late = since is not None and leaves < since
            if stop.ends_at <= window.ends_at and not late and self._is_free(leaves, returns):
                yield stop

    def _is_free(self, leaves: datetime, returns: datetime) -> bool:
        return all(one.ends_at <= leaves or returns <= one.starts_at for one in self.busy)


def order_of_day(wishes: Sequence[Wish], busy: dict[UUID, Sequence[Window]], travel: timedelta) -> list[Stop]:
    """Who goes where in which order; a wish that fits nowhere is not in it.

    Args:
        wishes: families, each with what they chose of that day.
        busy: for each visitor, when they are taken.
        travel: the way from the school, and between neighbourhoods; half of it within one.
    """
    visitors = [_Visitor(staff_id, taken) for staff_id, taken in busy.items()]
    left = {wish.visit_id: wish for wish in sorted(wishes, key=lambda one: (one.neighbourhood, one.visit_id))}
    while stop := _earliest(visitors, left.values(), travel):
        next(one for one in visitors if one.staff_id == stop.staff_id).stops.append(stop)
        del left[stop.wish.visit_id]
    return [stop for one in visitors for stop in one.stops]


def _earliest(visitors: list[_Visitor], wishes: Iterable[Wish], travel: timedelta) -> Stop | None:
    found = [stop for wish in wishes for one in visitors if (stop := one.next_stop(wish, travel))]
    return min(found, key=lambda stop: (stop.starts_at, stop.way_there, stop.wish.neighbourhood), default=None)


def _way(one: Wish, other: Wish, travel: timedelta) -> timedelta:
    is_near = one.neighbourhood[0] == other.neighbourhood[0] != ""
    return _up(travel / 2) if is_near else travel


def _up(way: timedelta) -> timedelta:
    return -(-way // GRID) * GRID


def _on_grid(moment: datetime) -> datetime:
    """The next multiple of five minutes."""
    seconds = -(-moment.timestamp() // GRID.total_seconds()) * GRID.total_seconds()
    return datetime.fromtimestamp(seconds, moment.tzinfo)
