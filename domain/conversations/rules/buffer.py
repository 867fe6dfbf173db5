"""Minutes for the interpreter (R22)."""

from typing import Protocol

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.rules.grid import GRID_MINUTES
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

SHORTEST_BUFFER = 10
BUFFER_SHORT = Rule(
    "interpreter_buffer_short",
    "Met een tolk erbij is minstens {minutes} minuten extra nodig, apart van het gesprek zelf.",
    "Avec un interprète, il faut au moins {minutes} minutes de plus, en dehors de l'entretien lui-même.",
    "With an interpreter, at least {minutes} extra minutes are needed, apart from the conversation itself.",
    number="R22",
    source=("54", "J"),
)


class AsksMinutes(Protocol):
    """A form of conversation, as far as interpreting goes."""

    @property
    def interpreter_buffer_minutes(self) -> int:
        """The least that it asks."""


def interpreter_buffer(form: AsksMinutes, minutes: int) -> int:
    """The minutes to add for an interpreter: about half the talk, in steps of 5, at least what the form asks (R22)."""
    half_on_the_grid = -(-minutes // (2 * GRID_MINUTES)) * GRID_MINUTES
    return max(_least_buffer(form), half_on_the_grid)


def check_interpreter_buffer(facts: ConversationFacts) -> list[Finding]:
    """An interpreter brings minutes of their own; they are never taken from the talk (R22)."""
    least = _least_buffer(facts.type)
    enough = facts.interpreter_buffer_minutes >= least or not facts.having(ParticipantRole.INTERPRETER)
    return unless(enough, BUFFER_SHORT.broken("/interpreter_buffer_minutes", minutes=least))


def _least_buffer(form: AsksMinutes) -> int:
    return max(SHORTEST_BUFFER, form.interpreter_buffer_minutes)
