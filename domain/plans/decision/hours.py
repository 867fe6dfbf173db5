"""When: the first instant that suits both sides, on the clock of the school."""

from datetime import date, datetime
from typing import NamedTuple

from domain.plans.decision.asked import Reason, because
from domain.plans.decision.clock_time import first_instant
from domain.plans.decision.family import Person
from domain.plans.decision.offer import CARRIED, DIGITAL, Offer
from domain.plans.decision.school_ways import SchoolWays
from domain.plans.decision.week import Week, both, inside
from domain.plans.models.contact_words import ContactChannel
from domain.school.public_holidays import public_holidays

NOW = because("suits_now", "Het past nu.", "Cela convient maintenant.", "It suits now.")
BLOCKED = because(
    "period_blocked",
    "Deze persoon heeft liever geen contact in deze periode. Het wacht tot daarna.",
    "Cette personne préfère ne pas être contactée pendant cette période. La suite attendra.",
    "This person would rather not be contacted in this period. It waits until after it.",
)
NO_SCHOOL = because(
    "no_school_then",
    "Er is dan geen school. Het wacht tot er weer school is.",
    "Il n'y a pas école à ce moment. Cela attend la reprise.",
    "There is no school then. It waits until there is.",
)
NOT_REACHABLE = because(
    "outside_reachable_hours",
    "Deze persoon is dan liever niet bereikbaar. Het wacht op de uren die de persoon koos.",
    "Cette personne préfère ne pas être jointe à ce moment. Cela attend les heures qu'elle a choisies.",
    "This person would rather not be reached then. It waits for the hours that the person chose.",
)
NOT_ANSWERING = because(
    "outside_school_hours",
    "De school spreekt gezinnen dan niet. Het wacht op haar uren.",
    "L'école ne parle pas aux familles à ce moment. Cela attend ses heures.",
    "The school does not speak to families then. It waits for its hours.",
)
QUIET = because(
    "quiet_hours",
    "Het is dan stil: de school stuurt gezinnen niets. Het wacht tot daarna.",
    "C'est une heure de calme : l'école n'envoie rien aux familles. La suite attendra.",
    "These are quiet hours: the school sends families nothing. It waits until after them.",
)
NO_MOMENT = because(
    "no_moment_found",
    "In de komende weken past geen enkel moment. Iemand van de school zoekt zelf een manier.",
    "Aucun moment ne convient dans les semaines à venir. Quelqu'un de l'école cherche un moyen.",
    "No moment suits in the coming weeks. Somebody of the school finds a way.",
)


class Hours(NamedTuple):
    """In which hours of the week something may reach a person, and on which days it may not."""

    week: Week
    person: Person
    school: SchoolWays
    on_school_days: bool
    """People of the school say it or give it along."""
    rests: bool
    """On public holidays too, as at weekends."""

    def closes(self, day: date) -> bool:
        if self.is_blocked(day) or (self.on_school_days and day in self.school.days_off):
            return True
        return self.rests and day in public_holidays(day.year)

    def is_blocked(self, day: date) -> bool:
        wishes = self.person.wishes
        return wishes is not None and any(day in period for period in wishes.blocked)


def hours_for(channel: ContactChannel, person: Person, school: SchoolWays, offer: Offer) -> Hours:
    """What people say or give along comes on school days in the school's hours; who named hours is written to and
    spoken with in those, and who named none is written to outside the quiet ones."""
    reachable = person.wishes.reachable if person.wishes else None
    if channel in DIGITAL:
        rests = reachable is None and school.quiet.quiet_at_weekends
        return Hours(reachable or school.awake, person, school, on_school_days=False, rests=rests)
    meets = reachable is not None and channel not in CARRIED
    return Hours(
        both(reachable, offer.hours) if meets else offer.hours, person, school, on_school_days=True, rests=False
    )


def first_in(hours: Hours, moment: datetime) -> tuple[datetime | None, Reason]:
    """The first instant from `moment` on, or None when no day of the coming weeks has one; and why."""
    found = first_instant(hours.week, moment, hours.school.zone, hours.closes)
    if found is None:
        return None, NO_MOMENT
    return found, NOW if found == moment else _why_later(hours, moment)


def _why_later(hours: Hours, moment: datetime) -> Reason:
    local = moment.astimezone(hours.school.zone)
    day, minute = local.date(), local.hour * 60 + local.minute
    if hours.is_blocked(day):
        return BLOCKED
    if hours.on_school_days and day in hours.school.days_off:
        return NO_SCHOOL
    reachable = hours.person.wishes and hours.person.wishes.reachable
    if reachable and not inside(reachable[day.weekday()], minute):
        return NOT_REACHABLE
    return NOT_ANSWERING if hours.on_school_days else QUIET
