"""YAML with line numbers, so that an error in content says where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from domain.seeding.walk import Place, Said, texts_among, walked

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Makes plain data and nothing else."""


class Flaw(NamedTuple):
    """Something wrong in the content: file, line (from 1), place and what."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.place}: {self.message}"

    def beneath(self, folder: Path) -> "Flaw":
        """The same, its file named from further up."""
        return self._replace(file=(folder / self.file).as_posix())


class ContentError(Exception):
    """The content cannot be used; `flaws` are all there are, in the order of the files."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__("\n".join(map(str, flaws)))
        self.flaws = flaws


@dataclass(frozen=True)
class Entry:
    """One thing of a file: its data, and the nodes that know where they stand."""

    file: str
    data: Any
    node: yaml.Node

    @cached_property
    def parts(self) -> list[tuple[Place, Any]]:
        """All of it, however deep; walked once, for there are many checks."""
        return list(walked(self.data))

    @cached_property
    def texts(self) -> list[Said]:
        """Its language maps."""
        return list(texts_among(self.parts))

    def flaw(self, place: Place, message: str) -> Flaw:
        return Flaw(self.file, self.line(place), ".".join(map(str, place)), message)

    def line(self, place: Place) -> int:
        """The line of the deepest part of the place that is there: what is missing has none."""
        node, line = self.node, self.node.start_mark.line
        for step in place:
            found = _step(node, step)
            if found is None:
                break
            node, line = found
        return int(line) + 1


def read_entries(folder: Path, name: str) -> Iterator[Entry]:
    """Everything in `<name>.yaml` and in the files of `<name>/`: a file holds one thing or a list of them.

    Raises:
        ContentError: when a file is no YAML, or says a key twice.
    """
    for path in sorted([*folder.glob(f"{name}.yaml"), *folder.glob(f"{name}/*.yaml")]):
        file = path.relative_to(folder).as_posix()
        node, data = _parsed(file, path.read_text(encoding="utf-8"))
        if isinstance(node, yaml.SequenceNode):
            yield from (Entry(file, item, part) for item, part in zip(data, node.value, strict=True))
        elif node is not None:
            yield Entry(file, data, node)


def entry_of(file: str, text: str) -> Entry:
    """A text that holds one thing.

    Raises:
        ContentError: when it is no YAML, says a key twice, or holds nothing.
    """
    node, data = _parsed(file, text)
    if node is None:
        raise ContentError([Flaw(file, 1, "", "There is nothing here.")])
    return Entry(file, data, node)


def _parsed(file: str, text: str) -> tuple[yaml.Node | None, Any]:
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ContentError([Flaw(file, mark.line + 1 if mark else 1, "", str(error.problem))]) from None
    finally:
        loader.dispose()
    if node and (twice := list(_said_twice(node))):
        said = "This key stands here twice."
        raise ContentError([Flaw(file, key.start_mark.line + 1, key.value, said) for key in twice])
    return node, data


def _said_twice(node: yaml.Node) -> Iterator[yaml.Node]:
    """Keys of which YAML would silently take the last."""
    if isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _said_twice(part)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _said_twice(value)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((value, key.start_mark.line) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    return None
