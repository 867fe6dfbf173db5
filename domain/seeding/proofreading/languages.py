"""The languages of a text say the same: equal placeholders, and no language for half of an object."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from domain.kernel.text import FIRST, LANGUAGES, OWN_LANGUAGES
from domain.seeding.entries import Flaw
from domain.seeding.proofreading.sheets import Sheet
from domain.seeding.walk import is_text

SIBLINGS = ("title", "text", "plain")
"""Texts that are read together."""

_READ_ALONG = [language for language in LANGUAGES if language not in OWN_LANGUAGES]
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def known_languages(sheet: Sheet) -> Iterator[Flaw]:
    """Texts come in our languages only."""
    for place, words in sheet.entry.texts:
        unknown = [language for language in words if language not in LANGUAGES]
        yield from (sheet.entry.flaw((*place, language), "This language is not one of ours.") for language in unknown)


def equal_placeholders(sheet: Sheet) -> Iterator[Flaw]:
    """What stands in braces is filled in later, in whatever language."""
    for place, words in sheet.entry.texts:
        expected = _placeholders(words[FIRST])
        for language, said in words.items():
            if _placeholders(said) != expected:
                named = ", ".join(sorted(expected)) or "none"
                yield sheet.entry.flaw((*place, language), f"The placeholders differ from the Dutch ones: {named}.")


def _placeholders(said: str) -> Counter[str]:
    return Counter(_PLACEHOLDER.findall(said))


def lonely_languages(sheet: Sheet) -> Iterator[Flaw]:
    """A hint: who reads the title in Arabic wants to read the text in Arabic."""
    for place, node in sheet.entry.parts:
        for language, name in _gaps(node):
            yield sheet.entry.flaw((*place, name), f"Texts beside this one are there in {language}, this one is not.")


def _gaps(node: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(node, dict):
        return
    texts = {name: node[name] for name in SIBLINGS if is_text(node.get(name))}
    for language in _READ_ALONG:
        without = [name for name, words in texts.items() if language not in words]
        if len(without) < len(texts):
            yield from ((language, name) for name in without)
