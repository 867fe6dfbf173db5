"""What is talked about, and who brings it: R02, R05, R14, R31 and the papers of R33."""

from dataclasses import replace

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import AgendaPoint, ConversationFacts, Form, Status
from domain.conversations.rules.family import FAMILY
from domain.conversations.rules.wording import is_said, unless
from domain.kernel.rule import Finding, Rule

FEWEST_STRENGTHS = 2

FAMILY_SETS_AGENDA = Rule(
    "family_sets_agenda",
    "In een omgekeerd oudergesprek brengt alleen het gezin onderwerpen aan. De school luistert.",
    "Dans un entretien inversé, seule la famille apporte des sujets. L'école écoute.",
    "In a reverse conversation only the family brings subjects. The school listens.",
    number="R02",
    source=("S", "J"),
)
NO_AGENDA_BEFORE = Rule(
    "no_agenda_before_start",
    "Een startgesprek heeft vooraf geen agenda. Onderwerpen komen er tijdens het gesprek.",
    "Un entretien de départ n'a pas d'ordre du jour préparé. Les sujets viennent pendant l'entretien.",
    "A start conversation has no agenda beforehand. Subjects come up during the conversation.",
    number="R05",
    source=("S",),
)
PROPOSER_ABSENT = Rule(
    "proposer_takes_no_part",
    "In een startgesprek komt een onderwerp van iemand die zelf meepraat.",
    "Dans un entretien de départ, un sujet vient d'une personne qui y participe.",
    "In a start conversation a subject comes from somebody who takes part.",
    number="R05",
    source=("S",),
)
BRIEFING_MISSING = Rule(
    "student_briefing_missing",
    "De leerling komt mee. Schrijf op wat je vooraf vertelt: waarvoor het dient, en wat wel en niet aan bod komt.",
    "L'élève participe. Écrivez ce que vous lui dites avant : le but, ce dont on parle et ce dont on ne parle pas.",
    "The student takes part. Write what you tell them before: what it is for, and what is and is not discussed.",
    number="R14",
    source=("S", "J"),
)
NOT_IN_ROUND = Rule(
    "constructive_conversation_in_round",
    "Plan een constructief oudergesprek apart, niet tussen de oudercontacten.",
    "Prévoyez un entretien constructif à part, pas au milieu des réunions de parents.",
    "Plan a constructive conversation apart, not in between the parent-teacher meetings.",
    number="R31",
    source=("J",),
)
GOAL_MISSING = Rule(
    "goal_missing",
    "Zeg in één neutrale zin wat je met dit gesprek wilt bereiken.",
    "Dites en une phrase neutre ce que vous voulez atteindre avec cet entretien.",
    "Say in one neutral sentence what you want to reach with this conversation.",
    number="R31",
    source=("J",),
)
STRENGTHS_MISSING = Rule(
    "strengths_missing",
    "Noteer vóór het gesprek minstens {least} sterke kanten van de leerling.",
    "Notez avant l'entretien au moins {least} points forts de l'élève.",
    "Note at least {least} strengths of the student before the conversation.",
    number="R31",
    source=("J",),
)
PAPERS_APART = Rule(
    "papers_and_talk_together",
    "Papieren invullen en kennismaken lukken beter op twee aparte momenten.",
    "Remplir les papiers et faire connaissance réussissent mieux à deux moments différents.",
    "Filling in papers and getting to know each other go better at two separate moments.",
    number="R33",
    severity="warning",
    source=("68", "J"),
)


def check_point(facts: ConversationFacts, point: AgendaPoint) -> list[Finding]:
    """A subject that somebody brings now, in the state in which the conversation is (R02, R05)."""
    return _on_point(facts, replace(point, added_at_status=facts.status), "")


def check_agenda(facts: ConversationFacts) -> list[Finding]:
    """The subjects that stand there already (R02, R05)."""
    return [found for place, point in enumerate(facts.agenda) for found in _on_point(facts, point, f"/agenda/{place}")]


def check_briefing(facts: ConversationFacts) -> list[Finding]:
    """A student who comes knows what for; in a start conversation too, which has a purpose though no agenda (R14)."""
    knows = is_said(facts.briefing) or not facts.having(ParticipantRole.STUDENT)
    return unless(knows, BRIEFING_MISSING.broken("/briefing"))


def check_constructive(facts: ConversationFacts) -> list[Finding]:
    """A hard talk gets a moment of its own, and a goal that the family hears when it is proposed (R31)."""
    if facts.type.key != Form.CONSTRUCTIVE_CONVERSATION:
        return []
    apart = unless(not facts.in_round, NOT_IN_ROUND.broken("/starts_at"))
    return apart + unless(is_said(facts.goal), GOAL_MISSING.broken("/goal"))


def check_strengths(facts: ConversationFacts) -> list[Finding]:
    """Before a hard talk starts, there are two different strengths to name (R31)."""
    strengths = {one.strip().casefold() for one in facts.strengths} - {""}
    enough = facts.type.key != Form.CONSTRUCTIVE_CONVERSATION or len(strengths) >= FEWEST_STRENGTHS
    return unless(enough, STRENGTHS_MISSING.broken("/strengths", least=FEWEST_STRENGTHS))


def check_papers(facts: ConversationFacts) -> list[Finding]:
    """An enrolment is papers and a talk, better apart (R33)."""
    together = facts.type.key == Form.ENROLMENT_CONVERSATION and facts.includes_papers
    return unless(not together, PAPERS_APART.broken("/includes_papers"))


def _on_point(facts: ConversationFacts, point: AgendaPoint, pointer: str) -> list[Finding]:
    if facts.type.key == Form.REVERSE_CONVERSATION and point.brought_by not in FAMILY:
        return [FAMILY_SETS_AGENDA.broken(pointer)]
    if facts.type.key != Form.START_CONVERSATION:
        return []
    if point.added_at_status is not Status.RUNNING:
        return [NO_AGENDA_BEFORE.broken(pointer)]
    return unless(bool(facts.having(point.brought_by)), PROPOSER_ABSENT.broken(pointer))
