"""A sentence about a plan, with what is filled in named in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.kernel.errors import Message
from domain.kernel.text import OWN_LANGUAGES, pick

Name = str | dict[str, str]
"""What is filled in: as somebody wrote it, or a language map."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message and what fills its `{names}`."""

    message: Message
    data: Mapping[str, Name] = field(default_factory=dict)

    def read(self, language: str | None) -> Name:
        """In one language or, without one, in nl, fr and en."""
        return self.said(language) if language else {each: self.said(each) for each in OWN_LANGUAGES}

    def said(self, language: str) -> str:
        filled = {name: said if isinstance(said, str) else pick(said, language) for name, said in self.data.items()}
        return self.message.words(language, filled)
