"""What is urgent: at any hour, but then by phone alone."""

from datetime import datetime

from domain.plans.decision.asked import because
from domain.plans.decision.family import Person
from domain.plans.decision.offer import CARRIED
from domain.plans.decision.when import Timed
from domain.plans.models.contact_words import ContactChannel

URGENT_NUMBER = because(
    "urgent_number",
    "Dit is dringend: bel nu, op het nummer dat deze persoon daarvoor gaf.",
    "C'est urgent : appelez maintenant, au numéro que cette personne a donné pour cela.",
    "This is urgent: phone now, on the number that this person gave for it.",
)
URGENT_PHONE = because(
    "urgent_phone",
    "Dit is dringend: bel deze persoon nu.",
    "C'est urgent : appelez cette personne maintenant.",
    "This is urgent: phone this person now.",
)
NO_URGENT_ROUTE = because(
    "urgent_without_number",
    "Dit is dringend, maar de school heeft geen nummer van deze persoon. Zoek nu een manier.",
    "C'est urgent, mais l'école n'a pas de numéro de cette personne. Cherchez un moyen maintenant.",
    "This is urgent, but the school has no number of this person. Find a way now.",
)


def urgent_route(person: Person, moment: datetime, ordinary: Timed) -> Timed:
    """By phone, at once; what would suit at this very moment anyway comes next, but for what a child carries home.
    Without a number, that, or a person."""
    now = tuple(one for one in ordinary.channels if one not in CARRIED) if ordinary.earliest == moment else ()
    further = tuple(channel for channel in now if channel is not ContactChannel.PHONE)
    if person.wishes and person.wishes.has_urgent_phone:
        return Timed((ContactChannel.PHONE, *further), moment, (URGENT_NUMBER,))
    if person.has_phone:
        return Timed((ContactChannel.PHONE, *further), moment, (URGENT_PHONE,))
    if now[:1] == ordinary.channels[:1] and now:
        return Timed(now, moment, ordinary.reasons)
    return Timed((), moment, (*ordinary.reasons, NO_URGENT_ROUTE))
