"""Through a document of YAML: every part of it, however deep, and the texts in it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from domain.kernel.text import FIRST, LANGUAGES

Place = tuple[str | int, ...]
"""Keys and indexes from the top of a document."""


class Said(NamedTuple):
    """A text: words by language, and where it stands."""

    place: Place
    words: dict[str, str]


def walked(node: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """The whole first, then its parts in order."""
    yield place, node
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(node, dict):
        parts = node.items()
    elif isinstance(node, list):
        parts = enumerate(node)
    for step, part in parts:
        yield from walked(part, (*place, step))


def is_text(node: Any) -> bool:
    """Whether it is a map from languages to words: such a map has Dutch."""
    return isinstance(node, dict) and isinstance(node.get(FIRST), str)


def texts_among(parts: Iterable[tuple[Place, Any]]) -> Iterator[Said]:
    """The language maps, each with the languages that say something."""
    for place, node in parts:
        if is_text(node):
            yield Said(place, {language: words for language, words in node.items() if isinstance(words, str)})


def field_of(place: Place) -> str:
    """The name of the field that holds it: `text` for `points.3.text.nl`."""
    return next((step for step in reversed(place) if isinstance(step, str) and step not in LANGUAGES), "")
