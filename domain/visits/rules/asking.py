"""What to think twice about before a family is asked."""

from domain.conversations.rules.home_visits import HOME_VISIT_PROBLEM
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.visits.models.words import VisitPurpose

ONLY_SOME = Rule(
    "home_visit_only_some",
    "Je vraagt het niet aan alle gezinnen. Vraag het liever aan iedereen, zodat niemand zich bekeken voelt.",
    "Vous ne le proposez pas à toutes les familles. Proposez-le plutôt à toutes, pour que personne ne se sente visé.",
    "You do not ask every family. Better ask everybody, so that nobody feels singled out.",
    number="R29",
    severity="warning",
    source=("21", "J"),
)


def check_purpose(purpose: VisitPurpose) -> list[Finding]:
    """A visit serves to get to know each other, not to discuss problems (R29)."""
    return unless(purpose is not VisitPurpose.PROBLEM, HOME_VISIT_PROBLEM.broken("/purpose"))


def check_whom(asked: int, of_all: int) -> list[Finding]:
    """Visits to `problem families` only are felt as control."""
    return unless(asked >= of_all, ONLY_SOME.broken("/student_ids"))
