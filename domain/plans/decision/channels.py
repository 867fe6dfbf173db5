"""By which channel: what was agreed on the topic, else what the person wishes, else what the school offers."""

from collections.abc import Iterable
from typing import NamedTuple

from domain.families.models.guardians import ReadingComfort
from domain.plans.decision.asked import Question, Reason, because
from domain.plans.decision.family import Agreed, Person
from domain.plans.decision.obstacles import obstacle, of_each
from domain.plans.decision.offer import SPOKEN, Offer
from domain.plans.models.contact_words import ContactChannel, DigitalAccess
from domain.plans.models.topics import Urgency

AGREED = of_each(
    because(
        "channel_agreed",
        "Zo is het over dit onderwerp afgesproken: {channel}.",
        "C'est ce qui a été convenu à ce sujet : {channel}.",
        "This is what was agreed on this topic: {channel}.",
    )
)
WISHED = of_each(
    because(
        "channel_wished",
        "Deze persoon koos hiervoor, en de school biedt het aan: {channel}.",
        "Cette personne l'a choisi, et l'école le propose : {channel}.",
        "This person chose it, and the school offers it: {channel}.",
    )
)
OFFERED = of_each(
    because(
        "channel_of_school",
        "Er zijn geen wensen van dit schooljaar. De school neemt wat ze zelf aanbiedt: {channel}.",
        "Il n'y a pas de souhaits pour cette année scolaire. L'école prend ce qu'elle propose : {channel}.",
        "There are no wishes of this school year. The school takes what it offers itself: {channel}.",
    )
)
HEARD_FIRST = because(
    "rather_hears",
    "Deze persoon hoort het liever dan het te lezen.",
    "Cette personne préfère l'entendre plutôt que le lire.",
    "This person would rather hear it than read it.",
)
NO_WAY = because(
    "no_way_open",
    "Geen enkele weg is open. Iemand van de school zoekt zelf een manier.",
    "Aucune voie n'est ouverte. Quelqu'un de l'école cherche un moyen.",
    "No way is open. Somebody of the school finds one.",
)


class Route(NamedTuple):
    """The channels that are open, the best first, and why."""

    channels: tuple[ContactChannel, ...]
    reasons: tuple[Reason, ...]


def route_to(person: Person, agreed: Agreed | None, offer: Offer, question: Question) -> Route:
    """Never by a channel that was not chosen, when there are wishes; not even when no other is left."""
    reasons: list[Reason] = []
    ranked = list(_ranked(person, agreed, offer))
    if _rather_hears(person) and not agreed and ranked[0] in SPOKEN:
        reasons.append(HEARD_FIRST)
    found: list[ContactChannel] = []
    screen = _screen_for(person, question.urgency)
    for channel in ranked:
        in_the_way = obstacle(channel, person, offer, screen)
        if in_the_way is None:
            found.append(channel)
        elif not found:
            reasons.append(in_the_way)
    reasons.append(_why(person, agreed, found[0]) if found else NO_WAY)
    return Route(tuple(found), tuple(reasons))


def _ranked(person: Person, agreed: Agreed | None, offer: Offer) -> Iterable[ContactChannel]:
    wanted = person.wishes.channels if person.wishes else offer.channels
    if _rather_hears(person):
        wanted = tuple(sorted(wanted, key=lambda channel: channel not in SPOKEN))
    if agreed is None:
        return wanted
    return dict.fromkeys((agreed.channel, *wanted))


def _rather_hears(person: Person) -> bool:
    return (person.wishes or person).reading_comfort is ReadingComfort.RATHER_HEARS


def _screen_for(person: Person, urgency: Urgency) -> DigitalAccess:
    """Looking now and then is soon enough for what is ordinary."""
    access = person.wishes.digital_access if person.wishes else DigitalAccess.COMPUTER
    soon_enough = access is DigitalAccess.NOW_AND_THEN and urgency is Urgency.ORDINARY
    return DigitalAccess.COMPUTER if soon_enough else access


def _why(person: Person, agreed: Agreed | None, channel: ContactChannel) -> Reason:
    if agreed is not None and agreed.channel is channel:
        return AGREED[channel]
    return (WISHED if person.wishes else OFFERED)[channel]
