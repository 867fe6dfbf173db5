"""What makes a round more than a row of marks: loose from the report (R12), with something to meet around (R13)."""

from domain.conferences.models.words import StudentPart
from domain.conferences.round_facts import RoundFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.school.models.words import Level

COUPLED = Rule(
    "coupled_to_report",
    "Maak de gesprekken liever los van het rapport. Dan gaan ze over het kind en niet alleen over punten.",
    "Détachez plutôt les entretiens du bulletin. Ils portent alors sur l'enfant et pas seulement sur les points.",
    "Better keep the talks apart from the report. Then they are about the child and not only about marks.",
    number="R12",
    severity="warning",
    source=("S",),
)
NOTHING_INFORMAL = Rule(
    "nothing_informal",
    "Voorzie ook iets losser, zoals een ouderbar, of geef de leerlingen een rol.",
    "Prévoyez aussi un moment convivial, comme un bar des parents, ou donnez un rôle aux élèves.",
    "Add something informal too, such as a parents' bar, or give the students a part.",
    number="R13",
    severity="warning",
    source=("S",),
)


def check_report(facts: RoundFacts) -> list[Finding]:
    """Loose from the report, a talk is about the child (R12)."""
    return unless(not facts.coupled_to_report, COUPLED.broken("/coupled_to_report"))


def check_informal_part(facts: RoundFacts) -> list[Finding]:
    """In secondary schools parents come more gladly when there is more than ten minutes for each teacher (R13)."""
    enough = facts.has_informal_part or facts.student_part != StudentPart.NOT_INVITED
    return unless(facts.level != Level.SECONDARY or enough, NOTHING_INFORMAL.broken("/informal_part"))
