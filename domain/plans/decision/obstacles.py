"""What stands in the way of a channel, for this person and this school."""

from collections.abc import Mapping
from dataclasses import replace

from domain.plans.decision.asked import Reason, because
from domain.plans.decision.family import Person
from domain.plans.decision.offer import NEEDS_NUMBER, NEEDS_SCREEN, SPOKEN, Offer
from domain.plans.decision.week import NEVER, both
from domain.plans.models.contact_words import ContactChannel, DigitalAccess


def of_each(reason: Reason) -> Mapping[ContactChannel, Reason]:
    """The reason, about each channel."""
    return {channel: replace(reason, data=(("channel", channel),)) for channel in ContactChannel}


NOT_OFFERED = of_each(
    because(
        "channel_not_offered",
        "Dat biedt de school niet aan: {channel}.",
        "L'école ne le propose pas : {channel}.",
        "The school does not offer this: {channel}.",
    )
)
NOT_CHOSEN = because(
    "whatsapp_not_chosen",
    "WhatsApp kan alleen als deze persoon er zelf voor koos.",
    "WhatsApp n'est possible que si cette personne l'a choisi elle-même.",
    "WhatsApp is possible only when this person chose it.",
)
NO_ADDRESS = because(
    "email_address_missing",
    "De school heeft geen e-mailadres van deze persoon.",
    "L'école n'a pas d'adresse e-mail de cette personne.",
    "The school has no e-mail address of this person.",
)
NO_NUMBER = of_each(
    because(
        "phone_number_missing",
        "Daarvoor heeft de school geen nummer van deze persoon: {channel}.",
        "L'école n'a pas de numéro de cette personne pour cela : {channel}.",
        "The school has no number of this person for this: {channel}.",
    )
)
NO_SCREEN = of_each(
    because(
        "no_digital_access",
        "Deze persoon leest niets digitaal: {channel} valt weg.",
        "Cette personne ne lit rien en numérique : {channel}, ce n'est pas possible.",
        "This person reads nothing digitally, so this does not work: {channel}.",
    )
)
SELDOM_LOOKS = of_each(
    because(
        "digital_now_and_then",
        "Deze persoon kijkt maar af en toe, en dit kan niet wachten: {channel} valt weg.",
        "Cette personne ne regarde que de temps en temps, et ceci ne peut pas attendre : {channel}, c'est trop lent.",
        "This person looks only now and then, and this cannot wait, so this does not work: {channel}.",
    )
)
HOURS_APART = of_each(
    because(
        "hours_never_meet",
        "De uren van de school en die van deze persoon vallen nooit samen: {channel} valt weg.",
        "Les heures de l'école et celles de cette personne ne se rejoignent jamais : {channel}, ce n'est pas possible.",
        "The hours of the school and of this person never meet, so this does not work: {channel}.",
    )
)


def obstacle(channel: ContactChannel, person: Person, offer: Offer, screen: DigitalAccess) -> Reason | None:
    """The first thing that stands in the way, or None."""
    if channel not in offer.channels:
        return NOT_OFFERED[channel]
    if channel is ContactChannel.WHATSAPP and not (person.wishes and channel in person.wishes.channels):
        return NOT_CHOSEN  # R28
    return _nowhere_to_send(channel, person) or _unread(channel, screen) or _hours_apart(channel, person, offer)


def _nowhere_to_send(channel: ContactChannel, person: Person) -> Reason | None:
    if channel is ContactChannel.EMAIL and not person.has_email:
        return NO_ADDRESS
    return NO_NUMBER[channel] if channel in NEEDS_NUMBER and not person.has_phone else None


def _unread(channel: ContactChannel, screen: DigitalAccess) -> Reason | None:
    if channel not in NEEDS_SCREEN:
        return None
    if screen is DigitalAccess.NONE:
        return NO_SCREEN[channel]
    return SELDOM_LOOKS[channel] if screen is DigitalAccess.NOW_AND_THEN else None


def _hours_apart(channel: ContactChannel, person: Person, offer: Offer) -> Reason | None:
    reachable = person.wishes.reachable if person.wishes else None
    if channel in SPOKEN and reachable and both(reachable, offer.hours) == NEVER:
        return HOURS_APART[channel]
    return None
