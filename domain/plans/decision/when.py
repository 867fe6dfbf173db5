"""The route to a person together with its earliest moment."""

from datetime import datetime
from typing import NamedTuple

from domain.plans.decision.asked import Question, Reason
from domain.plans.decision.channels import Route
from domain.plans.decision.family import Person
from domain.plans.decision.hours import first_in, hours_for
from domain.plans.decision.offer import Offer
from domain.plans.decision.school_ways import SchoolWays
from domain.plans.models.contact_words import ContactChannel


class Timed(NamedTuple):
    """The channels that are open, the best first; from when on; and why."""

    channels: tuple[ContactChannel, ...]
    earliest: datetime
    reasons: tuple[Reason, ...]


def timed(route: Route, person: Person, school: SchoolWays, offer: Offer, question: Question) -> Timed:
    """The best channel that has a moment in the coming weeks; when none has, no channel, from the moment asked."""
    reasons = route.reasons
    for place, channel in enumerate(route.channels):
        found, why = first_in(hours_for(channel, person, school, offer), question.moment)
        if found is not None:
            return Timed(route.channels[place:], found, (*reasons, why))
        reasons = (*reasons, why)
    return Timed((), question.moment, reasons)
