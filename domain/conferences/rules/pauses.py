"""Pauses of the staff (R15)."""

from datetime import timedelta

from domain.conferences.models.background import StaffFacts
from domain.conferences.round_facts import RoundFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

MOST_TALKS = 4
SHORTEST_BREAK = timedelta(minutes=5)
LONG_RUN = Rule(
    "long_run_of_talks",
    "{count} collega's kunnen meer dan {most} gesprekken na elkaar hebben zonder pauze.",
    "{count} collègues peuvent avoir plus de {most} entretiens d'affilée sans pause.",
    "{count} colleagues may have more than {most} talks in a row without a break.",
    number="R15",
    severity="warning",
    source=("6", "J"),
)
SHORT_BREAK = Rule(
    "short_break",
    "{count} collega's hebben een pauze van minder dan {least} minuten.",
    "{count} collègues ont une pause de moins de {least} minutes.",
    "{count} colleagues have a break of less than {least} minutes.",
    number="R15",
    severity="warning",
    source=("6", "J"),
)


def check_pauses(facts: RoundFacts) -> list[Finding]:
    """Nobody listens well for an hour and a half on end (R15). One finding each, however many colleagues."""
    tired = sum(one.longest_run_minutes > MOST_TALKS * facts.talk_minutes for one in facts.around.staff)
    rushed = sum(_rests_too_short(one) for one in facts.around.staff)
    return unless(not tired, LONG_RUN.broken("/staff", count=tired, most=MOST_TALKS)) + unless(
        not rushed, SHORT_BREAK.broken("/staff", count=rushed, least=SHORTEST_BREAK.seconds // 60)
    )


def _rests_too_short(one: StaffFacts) -> bool:
    return any(pause.ends_at - pause.starts_at < SHORTEST_BREAK for pause in one.breaks)
