"""Reading such a file, which may come from anybody: small, shallow, without aliases, and every flaw with its line."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from domain.kernel.errors import Message
from domain.kernel.rule import Finding
from domain.seeding.entries import ContentError, Entry, Loader, entry_of
from domain.seeding.sharing.file import CatalogueFile
from domain.seeding.walk import Place

DEEPEST = 20
MOST_EVENTS = 200_000
MOST_FLAWS = 100

NO_YAML = Message(
    "unreadable_yaml",
    "Dit is geen leesbare YAML.",
    "Ce n'est pas du YAML lisible.",
    "This is not YAML that can be read.",
)
TANGLED = Message(
    "tangled_yaml",
    "Ankers en verwijzingen (& en *), typen (!) en zeer diepe of lange lijsten horen hier niet.",
    "Les ancres et renvois (& et *), les types (!) et les listes très profondes ou longues n'ont pas leur place ici.",
    "Anchors and aliases (& and *), tags (!) and very deep or long lists do not belong here.",
)


class Misfit(NamedTuple):
    """Something in the file that is not right: its line (from 1), its place, and what, as a message or as Pydantic."""

    line: int
    place: Place
    wrong: Message | Finding | Any


class FileError(Exception):
    """The file cannot be used. Nothing of it was."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__(f"{len(misfits)} misfits")
        self.misfits = misfits[:MOST_FLAWS]


class ReadFile(NamedTuple):
    """A valid file, with the lines on which its things stand."""

    content: CatalogueFile
    entry: Entry

    def misfit(self, place: Place, wrong: Message | Finding) -> Misfit:
        return Misfit(self.entry.line(place), place, wrong)


def read_file(body: bytes) -> ReadFile:
    """The file as people wrote it.

    Raises:
        FileError: with every flaw, or the first that makes it unreadable.
    """
    entry = _entry(body)
    try:
        return ReadFile(CatalogueFile.model_validate(entry.data), entry)
    except ValidationError as error:
        found = [(_place(one), one) for one in error.errors(include_url=False, include_input=False)]
        raise FileError([Misfit(entry.line(place), place, one) for place, one in found]) from None


def _place(error: Any) -> Place:
    """A key that is no text is no name."""
    place: Place = error["loc"]
    return place[:-1] if error["type"] == "invalid_key" else place


def _entry(body: bytes) -> Entry:
    try:
        text = body.decode()
        _refuse_tangles(text)
        return entry_of("", text)
    except ContentError as error:
        raise FileError([Misfit(flaw.line, (), NO_YAML) for flaw in error.flaws]) from None
    except FileError:
        raise
    except Exception as error:  # noqa: BLE001 - what makes values of YAML raises whatever comes
        mark = getattr(error, "problem_mark", None)
        raise FileError([Misfit(mark.line + 1 if mark else 1, (), NO_YAML)]) from None


def _refuse_tangles(text: str) -> None:
    """A few lines with aliases can stand for gigabytes, and a deep list exhausts whoever goes through it."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST or count > MOST_EVENTS or _is_strange(event):
            raise FileError([Misfit(event.start_mark.line + 1, (), TANGLED)])  # type: ignore[union-attr]


def _is_strange(event: Any) -> bool:
    """An anchor or an alias, or a tag of its own: `!!bool` and the like make values of what is none."""
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
