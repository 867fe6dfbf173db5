"""Whether a family may book now, with whom, and how often. Staff is not held to these."""

from datetime import datetime
from uuid import UUID

from domain.conferences.models.slot_facts import FamilyFacts, SlotFacts, StaffFacts
from domain.conferences.models.words import RoundMode, RoundStatus
from domain.conferences.rules.slots import OUTSIDE
from domain.conferences.rules.wish import Wish
from domain.kernel.rule import Finding, Rule

NOT_BOOKABLE = Rule(
    "round_not_bookable",
    "In deze ronde kan nu niet geboekt worden.",
    "Cette session de rencontres n'est pas ouverte aux réservations.",
    "This round cannot be booked now.",
    number="R09",
)
NOT_YET_OPEN = Rule(
    "booking_not_yet_open",
    "Boeken kan vanaf {on}.",
    "Les réservations ouvrent le {on}.",
    "Booking opens on {on}.",
    number="R09",
)
BOOKING_CLOSED = Rule(
    "booking_closed",
    "Boeken kan niet meer. Bel of mail de school: zij zoekt mee.",
    "Les réservations sont closes. Contactez l'école : elle cherchera avec vous.",
    "Booking has closed. Contact the school: it will look with you.",
    number="R10",
)
INVITED_FIRST = Rule(
    "invited_first",
    "Tot {on} boeken eerst de gezinnen die de leerkracht zelf uitnodigde.",
    "Jusqu'au {on}, les familles invitées par l'enseignant réservent en premier.",
    "Until {on}, families that the teacher invited book first.",
    number="R09",
)
NOT_THEIR_TEACHER = Rule(
    "not_their_teacher",
    "Deze persoon geeft geen les aan dit kind, of doet niet mee aan deze ronde.",
    "Cette personne n'enseigne pas à cet enfant, ou ne participe pas à cette session.",
    "This person does not teach this child, or takes no part in this round.",
    number="R20",
)
WHICH_STUDENT = Rule(
    "which_student",
    "Zeg over welk kind het gaat.",
    "Dites de quel enfant il s'agit.",
    "Say which child it is about.",
    number="R20",
)
ALREADY_BOOKED = Rule(
    "already_booked",
    "Over dit kind staat er al een gesprek met deze persoon.",
    "Un entretien avec cette personne est déjà prévu pour cet enfant.",
    "There is already a talk with this person about this child.",
    number="R16",
)
MOST_OF_FAMILY = Rule(
    "most_talks_of_family",
    "Een gezin boekt hoogstens {most} gesprekken.",
    "Une famille réserve au plus {most} entretiens.",
    "A family books at most {most} talks.",
    number="R16",
)
MOST_OF_STUDENT = Rule(
    "most_talks_of_student",
    "Per kind zijn er hoogstens {most} gesprekken.",
    "Il y a au plus {most} entretiens par enfant.",
    "There are at most {most} talks for each child.",
    number="R16",
)
MOST_UNASKED = Rule(
    "most_unasked_talks",
    "Een gezin boekt hoogstens {most} gesprekken waar geen leerkracht om vroeg.",
    "Une famille réserve au plus {most} entretiens qu'aucun enseignant n'a demandés.",
    "A family books at most {most} talks that no teacher asked for.",
    number="R16",
)

_BOOKABLE = {RoundStatus.PUBLISHED, RoundStatus.RUNNING}


ASKED_WRONGLY = {NOT_THEIR_TEACHER, WHICH_STUDENT, OUTSIDE}
"""No other moment of asking would help."""


def check_bookable(facts: SlotFacts) -> Finding | None:
    """Whether anybody, the school too, books in the round as far as it is."""
    first = {RoundStatus.OPEN} if facts.round.mode == RoundMode.BOOKING_FIRST else set()
    return None if facts.round.status in _BOOKABLE | first else NOT_BOOKABLE.broken()


def check_open(facts: SlotFacts) -> Finding | None:
    """Whether families may book and change now."""
    rules = facts.round.booking
    if found := check_bookable(facts):
        return found
    if rules.opens_at and facts.now < rules.opens_at:
        return NOT_YET_OPEN.broken(on=_said(facts, rules.opens_at))
    if rules.closes_at and facts.now >= rules.closes_at:
        return BOOKING_CLOSED.broken()
    return None


def check_wish(wish: Wish) -> Finding | None:
    """Whether this family may have this talk, wherever it would stand."""
    return _of_priority(wish) or _twice(wish) or _too_many(wish)


def check_teaching(staff: StaffFacts, student_ids: tuple[UUID, ...]) -> Finding | None:
    """Families talk with who teaches their child, or is there for all."""
    if staff.teaches_nobody or staff.students.intersection(student_ids):
        return None
    return NOT_THEIR_TEACHER.broken("/staff_ids")


def students_of(family: FamilyFacts, asked: list[UUID]) -> tuple[UUID, ...] | Finding:
    """About whom: of this family, and the only one when none was named."""
    known = family.student_ids
    if not asked and len(known) == 1:
        return tuple(known)
    return tuple(asked) if asked and set(asked) <= set(known) else WHICH_STUDENT.broken("/student_ids")


def _of_priority(wish: Wish) -> Finding | None:
    until = wish.facts.round.booking.invited_first_until
    if until is None or wish.facts.now >= until or wish.is_invited:
        return None
    return INVITED_FIRST.broken(on=_said(wish.facts, until))


def _twice(wish: Wish) -> Finding | None:
    about = set(wish.student_ids)
    here = any(wish.matches(talk.staff_ids) and about.intersection(talk.student_ids) for talk in wish.family.talks)
    return ALREADY_BOOKED.broken("/staff_ids") if here else None


def _too_many(wish: Wish) -> Finding | None:
    rules, talks = wish.facts.round.booking, wish.family.talks
    of_student = max(sum(one in talk.student_ids for talk in talks) for one in wish.student_ids)
    unasked = sum(talk.is_unasked for talk in talks) if not wish.is_invited else -1
    counted = (
        (MOST_OF_FAMILY, rules.most_per_family, len(talks)),
        (MOST_OF_STUDENT, rules.most_per_student, of_student),
        (MOST_UNASKED, rules.most_unasked_per_family, unasked),
    )
    return next((rule.broken(most=most) for rule, most, had in counted if most is not None and had >= most), None)


def _said(facts: SlotFacts, moment: datetime) -> str:
    return f"{moment.astimezone(facts.round.zone):%d/%m %H:%M}"
