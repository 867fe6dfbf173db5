"""Different parts of a day (R09)."""

from datetime import datetime, timedelta
from enum import IntEnum
from itertools import pairwise

from domain.conferences.round_facts import RoundFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

FEWEST = 2
LEAST = timedelta(hours=1)
"""What a session takes of a part of the day, for families to be able to come then."""
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


def parts_of(starts_at: datetime, ends_at: datetime) -> set[DayPart]:
    """The parts of a day of which a session takes `LEAST` or more; both times on the clock of the school."""
    midnight = starts_at.replace(hour=0, minute=0, second=0, microsecond=0)
    bounds = [midnight.replace(hour=part) for part in DayPart] + [midnight + timedelta(days=1)]
    return {
        part
        for part, (begins, ends) in zip(DayPart, pairwise(bounds), strict=True)
        if min(ends, ends_at) - max(begins, starts_at) >= LEAST
    }


def check_day_parts(facts: RoundFacts) -> list[Finding]:
    """Who works in the evening can come in the afternoon, and the other way round (R09)."""
    zone = facts.around.zone
    sessions = ((one.starts_at.astimezone(zone), one.ends_at.astimezone(zone)) for one in facts.around.sessions)
    parts = {part for times in sessions for part in parts_of(*times)}
    return unless(len(parts) >= FEWEST, ONE_DAY_PART.broken("/sessions", fewest=FEWEST))
