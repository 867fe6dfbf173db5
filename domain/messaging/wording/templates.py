"""The words of each kind of message, as the files of `seed_content/messages` have them."""

from functools import cache
from typing import Any

import yaml

from domain.kernel.folders import beside_code_or_here
from domain.kernel.printed import printed_words
from domain.kernel.text import pick
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.filling import filled

PARTS = ("subject", "paragraphs", "short", "spoken")
"""A subject is one language map; the others are lists of them."""


@cache
def templates_of(kind: MessageKind) -> dict[str, Any]:
    """By part."""
    file = beside_code_or_here("seed_content") / "messages" / f"{kind}.yaml"
    words: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return words


def phrase(name: str, language: str, /, **values: str) -> str:
    """What all messages say in the same way; every value must be there."""
    said = filled(pick(printed_words("message-words")[name], language), values)
    assert said is not None, name
    return said


def kind_of(group: str, key: str, language: str) -> str:
    """What a role, a channel or another word of the API is called."""
    return pick(printed_words("people-and-places")[group][key], language)


def label(name: str, language: str) -> str:
    """What printed pages say of themselves."""
    return pick(printed_words("words")[name], language)
