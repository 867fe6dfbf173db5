"""Where a plan comes from (R06)."""

from datetime import date

from domain.conversations.facts import Form, Status
from domain.kernel.rule import Finding, Rule
from domain.plans.rules.year import SchoolYear

HELD = frozenset({Status.RUNNING, Status.COMPLETED})
NOT_A_START = Rule(
    "start_conversation_needed",
    "Een communicatieplan komt uit een startgesprek.",
    "Un plan de communication naît d'un entretien de départ.",
    "A communication plan comes from a start conversation.",
    number="R06",
    source=("S",),
)
NOT_HELD = Rule(
    "start_conversation_not_held",
    "Het plan maak je tijdens het startgesprek of erna.",
    "Le plan se fait pendant l'entretien de départ ou après.",
    "The plan is made during the start conversation or after it.",
    number="R06",
    source=("S",),
)
YEAR_UNKNOWN = Rule(
    "school_year_unknown",
    "Het schooljaar van dit gesprek staat nog niet in de kalender van de school.",
    "L'année scolaire de cet entretien n'est pas encore dans le calendrier de l'école.",
    "The school year of this conversation is not in the school's calendar yet.",
    number="R06",
    source=("S",),
)
YEAR_OVER = Rule(
    "school_year_over",
    "Dat schooljaar is voorbij. Een plan geldt voor één schooljaar.",
    "Cette année scolaire est terminée. Un plan vaut pour une année scolaire.",
    "That school year is over. A plan is for one school year.",
    number="R06",
    source=("S",),
)
NOT_EARLIER = Rule(
    "earlier_plan_needed",
    "Vertrek van een plan van dezelfde leerling uit een vroeger schooljaar.",
    "Partez d'un plan du même élève d'une année scolaire précédente.",
    "Start from a plan of the same student of an earlier school year.",
    number="R06",
    source=("J",),
)


def check_origin(meeting_type: str, status: Status, year: SchoolYear | None, today: date) -> list[Finding]:
    """A plan comes from a start conversation that was held or is going on, in a school year that is not over (R06)."""
    broken = {
        NOT_A_START: meeting_type != Form.START_CONVERSATION,
        NOT_HELD: status not in HELD,
        YEAR_UNKNOWN: year is None,
        YEAR_OVER: year is not None and year.ends_on <= today,
    }
    return [rule.broken("/conversation_id") for rule, is_broken in broken.items() if is_broken]
