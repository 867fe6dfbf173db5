"""What content must be beyond the shape of each piece: complete, consistent, and true to its rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from domain.catalogue.models import ActivityMindMapFields, LibraryQuestionFields, MeetingTypeFields
from domain.catalogue.rules import Arrow, check_duration, check_mind_map, check_place, check_question, check_text
from domain.kernel.rule import Finding
from domain.seeding.drawings import flaws_of_pictograms
from domain.seeding.entries import Entry, Flaw
from domain.seeding.walk import Place


class Piece(NamedTuple):
    """A valid entry; `key` is its name, which stands in its field `key_name`."""

    entry: Entry
    fields: Any
    key: str
    key_name: str


Content = dict[str, list[Piece]]
"""Pieces by the name of their file or folder."""

Check = Callable[[Content], Iterator[Flaw]]


def flaws_of(folder: Path, content: Content) -> Iterator[Flaw]:
    """Everything that is wrong, shelf by shelf."""
    if not content["meeting-types"]:
        yield Flaw(folder.resolve().as_posix(), 0, "meeting-types", "There is no content here.")
    for check in _CHECKS:
        yield from check(content)
    yield from flaws_of_pictograms(folder.parent, content)


def complete_texts(entry: Entry) -> Iterator[Flaw]:
    """R36: every text of it is there in every language."""
    for place, words in entry.texts:
        yield from (entry.flaw(place, _words(finding)) for finding in check_text(words))


def _complete_texts(content: Content) -> Iterator[Flaw]:
    for piece in chain.from_iterable(content.values()):
        yield from complete_texts(piece.entry)


def _known_tags(content: Content) -> Iterator[Flaw]:
    known = {piece.key for piece in content["sources"]}
    for entry, place, node in _nodes(content):
        if place[-1:] == ("source",):
            yield from (entry.flaw(place, f"There is no source {tag!r}.") for tag in node if tag not in known)


def _unique_keys(content: Content) -> Iterator[Flaw]:
    """Within a shelf, and within every list inside a piece."""
    for pieces in content.values():
        keys = Counter(piece.key for piece in pieces)
        for piece in pieces:
            if keys[piece.key] > 1:
                yield piece.entry.flaw((piece.key_name,), f"{piece.key!r} is here more than once.")
    for entry, place, node in _nodes(content):
        names = [part["key"] for part in node if "key" in part] if _is_list_of_objects(node) else []
        yield from (
            entry.flaw(place, f"{name!r} is here more than once.") for name in {*names} if names.count(name) > 1
        )


def _is_list_of_objects(node: Any) -> bool:
    return isinstance(node, list) and all(isinstance(part, dict) for part in node)


def _known_references(content: Content) -> Iterator[Flaw]:
    types = {piece.key for piece in content["meeting-types"]}
    domains = {piece.key for piece in content["development-domains"]}
    for piece in chain(content["questions"], content["tips"], content["checklists"]):
        yield from _named(piece, "meeting_type", [piece.fields.meeting_type], types)
    for piece in content["materials"]:
        yield from _named(piece, "meeting_types", piece.fields.meeting_types, types)
    for piece in content["questions"]:
        yield from _named(piece, "development_domain", filter(None, [piece.fields.development_domain]), domains)


def _named(piece: Piece, field: str, names: Iterable[str], known: set[str]) -> Iterator[Flaw]:
    return (piece.entry.flaw((field,), f"There is no {name!r}.") for name in names if name not in known)


def _good_questions(content: Content) -> Iterator[Flaw]:
    types: dict[str, MeetingTypeFields] = {piece.key: piece.fields for piece in content["meeting-types"]}
    for piece in content["questions"]:
        question: LibraryQuestionFields = piece.fields
        findings = check_question(question.text, question.plain)
        if meant := types.get(question.meeting_type):
            phases = [phase.key for phase in meant.phases]
            findings += check_place(question.phase, question.levels, phases, meant.levels)
        yield from _found(piece, findings)


def _short_reverse_conversation(content: Content) -> Iterator[Flaw]:
    for piece in content["meeting-types"]:
        duration = piece.fields.duration
        yield from _found(piece, check_duration(piece.key, duration.min_minutes, duration.max_minutes))


def _good_mind_map(content: Content) -> Iterator[Flaw]:
    for piece in content["activity-mind-map"]:
        fields: ActivityMindMapFields = piece.fields
        arrows = [Arrow(edge.origin, edge.target, edge.feedback) for edge in fields.edges]
        yield from _found(piece, check_mind_map(fields.root.key, [node.key for node in fields.nodes], arrows))


def _found(piece: Piece, findings: Iterable[Finding]) -> Iterator[Flaw]:
    for finding in findings:
        steps = finding.pointer.strip("/").split("/")
        place = tuple(int(step) if step.isdigit() else step for step in steps)
        yield piece.entry.flaw(place, _words(finding))


def _words(finding: Finding) -> str:
    return f"{finding.rule.number} {finding.rule.words('en', finding.data)}".strip()


def _nodes(content: Content) -> Iterator[tuple[Entry, Place, Any]]:
    for piece in chain.from_iterable(content.values()):
        yield from ((piece.entry, place, node) for place, node in piece.entry.parts)


_CHECKS: tuple[Check, ...] = (
    _complete_texts,
    _known_tags,
    _unique_keys,
    _known_references,
    _good_questions,
    _short_reverse_conversation,
    _good_mind_map,
)
