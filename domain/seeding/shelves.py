"""The shelves of the library: what stands where in its files, read and checked."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from domain.catalogue.models import (
    ActivityMindMap,
    ActivityMindMapFields,
    Checklist,
    DevelopmentDomain,
    DevelopmentDomainFields,
    LibraryQuestionFields,
    Material,
    MaterialFields,
    MeetingType,
    MeetingTypeFields,
    Question,
    Scale,
    ScaleFields,
    Source,
    SourceFields,
    Tip,
    TipFields,
    WholeChecklist,
)
from domain.kernel.row import Fields, Row
from domain.seeding.checks import Content, Piece, flaws_of
from domain.seeding.entries import ContentError, Entry, Flaw, read_entries


@dataclass(frozen=True)
class Shelf:
    """Where a kind of content stands: its file or folder, how it is written, and its table."""

    name: str
    fields: type[Fields]
    table: type[Row]
    key: str = "key"


SHELVES = (
    Shelf("sources", SourceFields, Source, "tag"),
    Shelf("meeting-types", MeetingTypeFields, MeetingType),
    Shelf("development-domains", DevelopmentDomainFields, DevelopmentDomain),
    Shelf("scales", ScaleFields, Scale),
    Shelf("activity-mind-map", ActivityMindMapFields, ActivityMindMap),
    Shelf("materials", MaterialFields, Material),
    Shelf("tips", TipFields, Tip),
    Shelf("questions", LibraryQuestionFields, Question),
    Shelf("checklists", WholeChecklist, Checklist),
)
"""In the order of pointing: what is pointed to comes first."""


def load_content(folder: Path) -> Content:
    """The checked content of a folder such as `seed_content/catalogue`.

    Raises:
        ContentError: with every flaw, each with its file and line.
    """
    content, flaws = read_content(folder)
    if flaws:
        raise ContentError(flaws)
    return content


def read_content(folder: Path) -> tuple[Content, list[Flaw]]:
    """What of a folder has the right shape, and every flaw; the whole is judged once each piece has its shape."""
    content: Content = {shelf.name: [] for shelf in SHELVES}
    flaws: list[Flaw] = []
    for shelf in SHELVES:
        try:
            read = [_checked(shelf, entry) for entry in read_entries(folder, shelf.name)]
        except ContentError as error:
            flaws += error.flaws
            continue
        content[shelf.name] = [piece for piece in read if isinstance(piece, Piece)]
        flaws += [flaw for found in read if isinstance(found, list) for flaw in found]
    return content, flaws or _flaws_together(folder, content)


def _flaws_together(folder: Path, content: Content) -> list[Flaw]:
    try:
        return list(flaws_of(folder, content))
    except ContentError as error:  # beside the library, in the words of the pictograms
        return error.flaws


def _checked(shelf: Shelf, entry: Entry) -> Piece | list[Flaw]:
    try:
        fields = shelf.fields.model_validate(entry.data)
    except ValidationError as error:
        return [entry.flaw(found["loc"], found["msg"]) for found in error.errors()]
    return Piece(entry, fields, getattr(fields, shelf.key), shelf.key)
