"""What may happen with a round. Pure: facts in, findings out. Pointers follow the bodies of the API."""

from collections.abc import Callable

from domain.conferences.round_facts import RoundFacts
from domain.conferences.rules.day_parts import check_day_parts
from domain.conferences.rules.form import check_form
from domain.conferences.rules.liveliness import check_informal_part, check_report
from domain.conferences.rules.pauses import check_pauses
from domain.conferences.rules.season import check_school_days, check_season
from domain.conferences.rules.students import check_student_briefing
from domain.kernel.rule import Finding

_CHECKS: tuple[Callable[[RoundFacts], list[Finding]], ...] = (
    check_day_parts,
    check_school_days,
    check_season,
    check_report,
    check_informal_part,
    check_student_briefing,
    check_pauses,
    check_form,
)


def check_round(facts: RoundFacts) -> list[Finding]:
    """Everything that stands in the way of a round, or that the school had better know."""
    return [found for check in _CHECKS for found in check(facts)]
