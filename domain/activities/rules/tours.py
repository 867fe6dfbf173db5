"""What makes a walk through a building a tour (domain facts 3). None of it refuses: it says what still misses."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.activities.models.tour_guides import LARGEST_GROUP
from domain.activities.models.tours import TourFacts, TourMoment
from domain.activities.rules.tour_groups import groups_of, room_for
from domain.activities.rules.tour_words import (
    GUIDE_NOT_BRIEFED,
    MOMENT_WITHOUT_GUIDE,
    NO_CHILD_CORNER,
    NO_STOPS,
    ONE_PART_OF_THE_DAY,
    ROUTE_TOO_LONG,
    STOP_WITHOUT_DEED,
    TOO_FEW_GROUPS,
)
from domain.conferences.rules.day_parts import FEWEST, DayPart
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding


def tour_findings(tour: TourFacts) -> list[Finding]:
    """Everything that still misses, in the order in which one prepares."""
    return [found for check in _CHECKS for found in check(tour)]


def check_stops(tour: TourFacts) -> list[Finding]:
    """There is a route, and something happens at each stop of it."""
    empty = [number for number, stop in enumerate(tour.stops) if stop.doing is None]
    found = [STOP_WITHOUT_DEED.broken(f"/stops/{number}/doing") for number in empty]
    return unless(bool(tour.stops), NO_STOPS.broken("/stops")) + found


def check_length(tour: TourFacts) -> list[Finding]:
    """The stops fit into the time that was said."""
    route = timedelta(minutes=sum(stop.minutes for stop in tour.stops))
    late = [number for number, one in enumerate(tour.moments) if one.ends_at - one.starts_at < route]
    return [ROUTE_TOO_LONG.broken(f"/moments/{number}", minutes=route // timedelta(minutes=1)) for number in late]


def check_moments(tour: TourFacts) -> list[Finding]:
    """Who works in the day can come in the evening, and the other way round."""
    parts = {_part_of(one, ZoneInfo(tour.time_zone)) for one in tour.moments}
    return unless(len(parts) >= FEWEST, ONE_PART_OF_THE_DAY.broken("/moments", fewest=FEWEST))


def check_groups(tour: TourFacts) -> list[Finding]:
    """At every moment there are guides, and groups for all whom it has room for, ten in each at most."""
    found = []
    for number, moment in enumerate(tour.moments):
        groups = groups_of(tour.guides, moment.id)
        people = max(moment.capacity or 0, moment.taken)
        if not groups:
            found.append(MOMENT_WITHOUT_GUIDE.broken(f"/moments/{number}"))
        elif people > room_for(groups):
            found.append(TOO_FEW_GROUPS.broken(f"/moments/{number}", people=people, most=LARGEST_GROUP))
    return found


def check_guides(tour: TourFacts) -> list[Finding]:
    """Who guides knows beforehand what is asked of them."""
    unaware = [number for number, guide in enumerate(tour.guides) if guide.briefed_at is None]
    return [GUIDE_NOT_BRIEFED.broken(f"/guides/{number}") for number in unaware]


def check_child_corner(tour: TourFacts) -> list[Finding]:
    """Small children have a place of their own, so that their parents can look around."""
    return unless(tour.has_childcare is True, NO_CHILD_CORNER.broken("/has_childcare"))


def _part_of(moment: TourMoment, zone: ZoneInfo) -> DayPart:
    return max(part for part in DayPart if part <= moment.starts_at.astimezone(zone).hour)


_CHECKS: Sequence[Callable[[TourFacts], list[Finding]]] = (
    check_stops,
    check_length,
    check_moments,
    check_groups,
    check_guides,
    check_child_corner,
)
