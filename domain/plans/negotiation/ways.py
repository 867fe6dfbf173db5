"""The ways in which one party and the school reach each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.hours import WeeklyHours
from domain.plans.negotiation.asked import NegotiationFields, OfferAtTheTable, StaffAtTheTable, WishesAtTheTable
from domain.plans.negotiation.given import GivenWay
from domain.plans.negotiation.hours import nearest_hours, overlaps
from domain.plans.negotiation.kinship import is_heard, nearest_channel
from domain.plans.negotiation.reasons import CHANNEL, HOURS
from domain.plans.negotiation.tongues import Understanding, understanding
from domain.plans.sentences import Sentence
from domain.plans.words import names_of


@dataclass(frozen=True, slots=True)
class Way:
    """A channel between a party and who answers, and where one of them gives way."""

    channel: ContactChannel
    answered_by: str | None
    hours: list[WeeklyHours]
    understood: Understanding
    given: tuple[GivenWay, ...]


def ways(wishes: WishesAtTheTable, table: NegotiationFields) -> list[Way]:
    """What lies in both comes first, then as the party ranked it; what is nearest only when nothing lies in both."""
    found = [_best(wishes, channel, table) for channel in wishes.channels if channel in table.school.channels]
    return sorted(found or _nearest(wishes, table), key=lambda way: bool(way.given))


def _nearest(wishes: WishesAtTheTable, table: NegotiationFields) -> list[Way]:
    found: dict[ContactChannel, Way] = {}
    for wished in wishes.channels:
        nearest = nearest_channel(wished, table.school.channels)
        if nearest and nearest not in found:
            why = Sentence(CHANNEL, {"wished": names_of(wished), "nearest": names_of(nearest)})
            way = _best(wishes, nearest, table)
            found[nearest] = replace(way, given=(GivenWay("channel", why), *way.given))
    return list(found.values())


def _best(wishes: WishesAtTheTable, channel: ContactChannel, table: NegotiationFields) -> Way:
    """With whom the fewest give way; of equals the staff before the school, as they know the student."""
    return min((_way(wishes, channel, offer) for offer in _offering(channel, table)), key=lambda way: len(way.given))


def _offering(channel: ContactChannel, table: NegotiationFields) -> Iterator[OfferAtTheTable]:
    yield from (one for one in table.staff if channel in one.channels)
    yield table.school


def _way(wishes: WishesAtTheTable, channel: ContactChannel, offer: OfferAtTheTable) -> Way:
    understood = understanding(wishes, offer, channel)
    hours, late = _hours(wishes, offer) if is_heard(channel) else ([], ())
    name = offer.name if isinstance(offer, StaffAtTheTable) else None
    return Way(channel, name, hours, understood, (*late, *understood.given))


def _hours(wishes: WishesAtTheTable, offer: OfferAtTheTable) -> tuple[list[WeeklyHours], tuple[GivenWay, ...]]:
    if not wishes.hours or not offer.hours:
        return wishes.hours or offer.hours, ()
    if both := overlaps(wishes.hours, offer.hours):
        return both, ()
    return [nearest_hours(wishes.hours[0], offer.hours)], (GivenWay("hours", Sentence(HOURS)),)
