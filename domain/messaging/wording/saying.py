"""A message in words, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.messaging.models.words import MessageKind
from domain.messaging.wording.facts import MessageFacts

Wordings = Mapping[MessageKind, Mapping[str, Any]]
"""A school's own words: `MessageWording.words` by kind. Kinds that are not there are said in ours."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it is read or heard."""

    language: str
    """In which it really is: Dutch when there are no words in the one that was asked."""
    subject: str
    """One line; discreet where the conversation is."""
    paragraphs: tuple[str, ...]
    """Each may hold line breaks, never markup."""
    short: str
    """At most 300 characters: for SMS, WhatsApp and the app."""
    spoken: tuple[str, ...]
    """What a person says at the gate or by phone, line by line."""


def say(facts: MessageFacts, language: str, wordings: Wordings) -> Said:
    """The words for these facts. Sentences whose facts are not there are left out; names stay names."""
    raise NotImplementedError
