"""What can be offered to a family when the word comes from the school, or from one of its staff.

Groups of channels are tuples: looking through five is faster than asking a word for its hash.
"""

from dataclasses import dataclass
from typing import Final

from domain.plans.decision.week import Week
from domain.plans.models.contact_words import ContactChannel
from domain.school.models.words import InterpreterMode

_C = ContactChannel
EVERY_SCHOOL: Final = (_C.EMAIL, _C.PHONE, _C.PAPER, _C.TALK, _C.DIARY)
"""What any school can do, the best first, where it did not say yet what it offers (own choice)."""
DIGITAL: Final = (_C.EMAIL, _C.MESSAGE, _C.WHATSAPP, _C.APP, _C.PLATFORM)
"""Written, and there at once."""
SPOKEN: Final = (_C.PHONE, _C.TALK, _C.VIDEO)
"""Somebody of the school and somebody of the family take the time for it together."""
CARRIED: Final = (_C.PAPER, _C.DIARY)
"""Written on a school day, and taken home."""
NEEDS_SCREEN: Final = (*DIGITAL, _C.VIDEO)
NEEDS_NUMBER: Final = (_C.PHONE, _C.MESSAGE, _C.WHATSAPP)


@dataclass(frozen=True, slots=True)
class Offer:
    """The ranked channels, the hours in which people speak to families, and how somebody interprets."""

    channels: tuple[ContactChannel, ...]
    hours: Week
    interpreter_modes: tuple[InterpreterMode, ...]
