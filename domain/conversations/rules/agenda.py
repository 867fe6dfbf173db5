"""What is talked about, and who brings it (R02, R05)."""

from dataclasses import replace

from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form, Status
from domain.conversations.rules.family import FAMILY
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

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


def check_point(facts: ConversationFacts, point: AgendaPoint) -> list[Finding]:
    """A subject that somebody brings now, in the state in which the conversation is (R02, R05)."""
    return _on_point(facts, replace(point, added_at_status=facts.status), "")


def check_agenda(facts: ConversationFacts) -> list[Finding]:
    """The subjects that stand there already (R02, R05)."""
    return [found for place, point in enumerate(facts.agenda) for found in _on_point(facts, point, f"/agenda/{place}")]


def _on_point(facts: ConversationFacts, point: AgendaPoint, pointer: str) -> list[Finding]:
    if facts.type.key == Form.REVERSE_CONVERSATION and point.brought_by not in FAMILY:
        return [FAMILY_SETS_AGENDA.broken(pointer)]
    if facts.type.key != Form.START_CONVERSATION:
        return []
    if point.added_at_status is not Status.RUNNING:
        return [NO_AGENDA_BEFORE.broken(pointer)]
    return unless(bool(facts.having(point.brought_by)), PROPOSER_ABSENT.broken(pointer))
