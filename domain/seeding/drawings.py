"""Pictograms that content names are drawn, and drawings have words and a use."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from domain.catalogue.pictograms import inside
from domain.kernel.text import LANGUAGES
from domain.plans.summary.pictures import CHANNELS as PLAN_CHANNELS
from domain.seeding.entries import Entry, Flaw, read_entries


def flaws_of_pictograms(folder: Path, content: Mapping[str, Any]) -> Iterator[Flaw]:
    """What is wrong between the drawings of a folder such as `seed_content`, their words, and the pieces that use them.

    Raises:
        ContentError: when the words are no YAML.
    """
    drawn = {path.stem: path for path in sorted(folder.glob("pictograms/*.svg"))}
    pieces = [*content["questions"], *content["development-domains"]]
    for piece in pieces:
        if piece.fields.pictogram not in drawn:
            yield piece.entry.flaw(("pictogram",), f"There is no pictogram {piece.fields.pictogram!r}.")
    words = [entry for entry in read_entries(folder, "pictograms") if isinstance(entry.data, dict)]
    named = set(chain.from_iterable(entry.data for entry in words))
    for name, path in drawn.items():
        yield from (Flaw(path.relative_to(folder).as_posix(), 1, "", said) for said in _of_file(path, name in named))
    used = {piece.fields.pictogram for piece in pieces} | set(PLAN_CHANNELS.values())
    for entry in words:
        yield from _of_words(entry, set(drawn), used)


def _of_file(path: Path, has_words: bool) -> Iterator[str]:
    if not has_words:
        yield "This drawing has no words in names.yaml."
    try:
        inside(path.read_text("utf-8"))
    except ValueError as error:
        yield str(error)


def _of_words(entry: Entry, drawn: set[str], used: set[str]) -> Iterator[Flaw]:
    for name, shows in entry.data.items():
        said = shows if isinstance(shows, dict) else {}
        missing = [language for language in LANGUAGES if not said.get(language)]
        if missing:
            yield entry.flaw((name,), f"What this shows is not said in: {', '.join(missing)}.")
        if name not in drawn:
            yield entry.flaw((name,), "There is no such drawing.")
        if name not in used:
            yield entry.flaw((name,), "No question, no development domain and no plan uses this.")
