"""From whom it comes: who answers by the agreement, else who is asked about, else the office."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.plans.decision.asked import Question, Reason, because
from domain.plans.decision.family import Agreed
from domain.plans.decision.offer import DIGITAL
from domain.plans.decision.school_ways import SchoolWays
from domain.plans.models.contact_words import ContactChannel

ANSWERER = because(
    "sender_agreed",
    "Zo is afgesproken wie dit opneemt.",
    "C'est ainsi qu'il a été convenu de qui s'en occupe.",
    "It was agreed who takes this up.",
)
SENDER = because(
    "sender_named", "Het komt van wie het stuurt.", "Cela vient de qui l'envoie.", "It comes from its sender."
)
OFFICE = because("sender_office", "Het komt van de school.", "Cela vient de l'école.", "It comes from the school.")
STAND_IN = because(
    "sender_replaced",
    "De collega is er dan niet. Wie vervangt, neemt het over.",
    "Le ou la collègue n'est pas là à ce moment. Qui le remplace prend le relais.",
    "The colleague is not there then. Who stands in takes over.",
)
OFFICE_INSTEAD = because(
    "sender_away",
    "De collega is er dan niet en niemand vervangt. De school neemt het over.",
    "Le ou la collègue n'est pas là à ce moment et personne ne remplace. L'école prend le relais.",
    "The colleague is not there then and nobody stands in. The school takes over.",
)


def named_sender(agreed: Agreed | None, question: Question) -> UUID | None:
    """Whose word it would be, whether they are there or not."""
    return (agreed and agreed.answered_by_id) or question.sender_id


def sender_on(
    day: date, channel: ContactChannel | None, sender_id: UUID | None, agreed: Agreed | None, school: SchoolWays
) -> tuple[UUID | None, Reason]:
    """Who of the staff it comes from that day (None: the office), and why."""
    if sender_id is None:
        return None, OFFICE
    if _is_there(sender_id, day, channel, school):
        return sender_id, ANSWERER if agreed and agreed.answered_by_id else SENDER
    there = (one for one in _stand_ins(sender_id, school) if _is_there(one, day, channel, school))
    stand_in_id = next(there, None)
    return (stand_in_id, STAND_IN) if stand_in_id else (None, OFFICE_INSTEAD)


def _stand_ins(staff_id: UUID, school: SchoolWays) -> Iterator[UUID]:
    """Who stands in, who stands in for them, and so on; each once, as two may stand in for each other."""
    met: set[UUID] = set()
    while staff_id not in met:
        met.add(staff_id)
        colleague = school.staff.get(staff_id)
        if colleague is None or colleague.ways is None or colleague.ways.stand_in_id is None:
            return
        staff_id = colleague.ways.stand_in_id
        yield staff_id


def _is_there(staff_id: UUID, day: date, channel: ContactChannel | None, school: SchoolWays) -> bool:
    """What is written goes out in somebody's name on any day; what is said or given along needs them there."""
    colleague = school.staff.get(staff_id)
    if colleague is None or (colleague.ended_on is not None and colleague.ended_on <= day):
        return False
    return channel in DIGITAL or day.weekday() in colleague.weekdays
