"""How much longer a talk of a round takes with an interpreter (R22)."""

from domain.conversations.facts import TypeFacts
from domain.conversations.rules import interpreter_buffer

LONGEST_TALK = 180


def interpreting_minutes(form: TypeFacts, minutes: int, usual: int, interpreted: int) -> int:
    """What is added to a talk of so many minutes: what the round adds to its usual talk, at least what R22 asks."""
    return max(interpreter_buffer(form, minutes), interpreted - usual)
