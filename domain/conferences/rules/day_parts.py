"""Different parts of a day (R09)."""

from datetime import datetime
from enum import IntEnum

from domain.conferences.round_facts import RoundFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

FEWEST = 2
ONE_DAY_PART = Rule(
    "one_part_of_the_day",
    "Voorzie momenten in minstens {fewest} verschillende dagdelen (ochtend, namiddag, avond). Zo kan elk gezin komen.",
    "Prévoyez des moments dans au moins {fewest} parties différentes de la journée (matin, après-midi, soir). Ainsi, "
    "chaque famille peut venir.",
    "Offer moments in at least {fewest} different parts of the day (morning, afternoon, evening). Then every family "
    "can come.",
    number="R09",
    source=("S", "J"),
)


class DayPart(IntEnum):
    """Parts of a day, by the hour at which they begin."""

    MORNING = 0
    AFTERNOON = 12
    EVENING = 17


def day_part(local: datetime) -> DayPart:
    """In which part of the day a moment on the clock of the school lies."""
    return max(part for part in DayPart if part <= local.hour)


def check_day_parts(facts: RoundFacts) -> list[Finding]:
    """Who works in the evening can come in the afternoon, and the other way round (R09)."""
    parts = {day_part(one.starts_at.astimezone(facts.around.zone)) for one in facts.around.sessions}
    return unless(len(parts) >= FEWEST, ONE_DAY_PART.broken("/sessions", fewest=FEWEST))
