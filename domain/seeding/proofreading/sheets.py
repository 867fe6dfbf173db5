"""What there is to proofread: the library, the demo school, and the words of the pictograms."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from domain.kernel.text import LANGUAGES
from domain.seeding.checks import Content, Piece, complete_texts
from domain.seeding.demo_file import load_demo
from domain.seeding.entries import ContentError, Entry, Flaw, read_entries
from domain.seeding.walk import is_text


class Sheet(NamedTuple):
    """An entry, the shelf it stands on, and the form of conversation it is about, if it is about one."""

    shelf: str
    entry: Entry
    form: str | None = None


class Part(NamedTuple):
    """A folder of the content: its sheets, and what its own loader finds wrong."""

    name: str
    sheets: list[Sheet]
    flaws: list[Flaw]


def library(content: Content, flaws: list[Flaw]) -> Part:
    """`catalogue/`, as it was read."""
    sheets = [Sheet(shelf, piece.entry, form_of(shelf, piece)) for shelf, pieces in content.items() for piece in pieces]
    return Part("catalogue", sheets, flaws)


def form_of(shelf: str, piece: Piece) -> str | None:
    """The key of its form of conversation; what serves several forms is about none."""
    return piece.key if shelf == "meeting-types" else getattr(piece.fields, "meeting_type", None)


def demo_school(folder: Path) -> Part:
    """`demo/`: one invented school."""
    try:
        load_demo(folder / "demo" / "school.yaml")
        entries = list(read_entries(folder / "demo", "school"))
    except ContentError as error:
        return Part("demo", [], error.flaws)
    flaws = [flaw for entry in entries for flaw in complete_texts(entry)]
    return Part("demo", [Sheet("demo", entry) for entry in entries], flaws)


def pictogram_names(folder: Path) -> Part:
    """`pictograms/`: what each drawing shows, for who does not see it."""
    try:
        entries = list(read_entries(folder / "pictograms", "names"))
    except ContentError as error:
        return Part("pictograms", [], error.flaws)
    if not all(isinstance(entry.data, dict) for entry in entries):
        return Part("pictograms", [], [Flaw("names.yaml", 1, "", "This is no list of names with their words.")])
    flaws = [flaw for entry in entries for flaw in _flaws_of_names(entry, folder / "pictograms")]
    return Part("pictograms", [Sheet("pictograms", entry) for entry in entries], flaws)


def _flaws_of_names(entry: Entry, folder: Path) -> Iterator[Flaw]:
    yield from complete_texts(entry)
    for place, words in entry.texts:
        unknown = [language for language in words if language not in LANGUAGES]
        yield from (entry.flaw((*place, language), "This language is not one of ours.") for language in unknown)
    for name, words in entry.data.items():
        if not is_text(words):
            yield entry.flaw((name,), "What it shows is missing in Dutch.")
        if not (folder / f"{name}.svg").is_file():
            yield entry.flaw((name,), f"There is no drawing {name}.svg.")
