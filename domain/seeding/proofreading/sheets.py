"""What there is to proofread: the library, the demo school, the words of the pictograms and those of printed pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from domain.seeding.checks import Content, Piece, complete_texts
from domain.seeding.demo_file import load_demo
from domain.seeding.entries import ContentError, Entry, Flaw, read_entries
from domain.seeding.shelves import read_content

LIBRARY, DEMO, PICTOGRAMS, PRINTING, MESSAGES = Path("catalogue"), "demo", "pictograms", "printing", "messages"
"""Folders of the content."""


class Sheet(NamedTuple):
    """An entry, the shelf it stands on, and the form of conversation it is about, if it is about one."""

    shelf: str
    entry: Entry
    form: str | None = None


class Gathered(NamedTuple):
    """The pieces of the library, everything as sheets, and what the loaders find wrong; files are named from the
    folder of the content."""

    content: Content
    sheets: list[Sheet]
    flaws: list[Flaw]


def gather(folder: Path) -> Gathered:
    """All of a folder such as `seed_content`."""
    content, found = read_content(folder / LIBRARY)
    sheets = [
        Sheet(shelf, replace(piece.entry, file=(LIBRARY / piece.entry.file).as_posix()), form_of(shelf, piece))
        for shelf, pieces in content.items()
        for piece in pieces
    ]
    flaws = [flaw if flaw.file.startswith(PICTOGRAMS) else flaw.beneath(LIBRARY) for flaw in found]
    flaws += _flaws_of_demo(folder / DEMO)
    for shelf in (DEMO, PICTOGRAMS, PRINTING, MESSAGES):
        try:
            sheets += [Sheet(shelf, entry) for entry in read_entries(folder, shelf)]
        except ContentError as error:
            flaws += error.flaws
    flaws += [
        flaw for sheet in sheets if sheet.shelf in {DEMO, PRINTING, MESSAGES} for flaw in complete_texts(sheet.entry)
    ]
    return Gathered(content, sheets, flaws)


def form_of(shelf: str, piece: Piece) -> str | None:
    """The key of its form of conversation; what serves several forms is about none."""
    return piece.key if shelf == "meeting-types" else getattr(piece.fields, "meeting_type", None)


def _flaws_of_demo(folder: Path) -> Iterator[Flaw]:
    try:
        load_demo(folder / "school.yaml")
    except ContentError as error:
        yield from (flaw.beneath(Path(folder.name)) for flaw in error.flaws)
