"""A problem in which something is supposed: somebody can at other times, or a session moves. The given one stays."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.conferences.planner.document import minute, written
from domain.conferences.planner.explain.relaxing import relaxed

Document = dict[str, Any]
Supposed = dict[str, Any]
"""What the office supposes, as `WhatIfFields` or `ReplanFields` say it in JSON, with `relaxations` of talks."""

_ALWAYS = (0, 1 << 40)


def supposing(document: Document, supposed: Supposed) -> Document:
    """The document with all that is supposed."""
    changed = deepcopy(document)
    for name, change in _CHANGES.items():
        for one in supposed.get(name, ()):
            changed = change(changed, one)
    return changed


def _grant(document: Document, relaxation: Document) -> Document:
    """Of a talk that is no longer asked for there is nothing to give."""
    there = any(one["id"] == relaxation["meeting"] for one in document["meetings"])
    return relaxed(document, relaxation) if there else document


def _add_time(document: Document, more: Document) -> Document:
    collection, name = ("households", "family_id") if more.get("family_id") else ("teachers", "staff_id")
    for one in _named(document, collection, more[name]):
        one["availability"] += [_window(*_minutes(document, window)) for window in more["windows"]]
    return document


def _take_away(document: Document, absence: Document) -> Document:
    start, end = _minutes(document, absence)
    for one in _named(document, "teachers", absence["staff_id"]):
        one["availability"] = [
            _window(*part)
            for first, last in map(_span, one["availability"])
            for part in ((first, min(last, start)), (max(first, end), last))
            if part[0] < part[1]
        ]
    return document


def _leave_out(document: Document, family_id: str) -> Document:
    """A talk of two households goes on with the other one; what is left of nobody is not planned and falls out."""
    for one in document["meetings"]:
        one["households"] = [home for home in one["households"] if home != family_id]
    return document | {"meetings": [one for one in document["meetings"] if one["households"]]}


def _move(document: Document, move: Document) -> Document:
    """All that people said of the old time goes along."""
    for session in _named(document, "sessions", move["session_id"]):
        old, (start, end) = _span(session), _minutes(document, move)
        session.update(_window(start, end))
        for part, name in _SAID:
            for one in document[part]:
                one[name] = [_window(*_along(_span(said), old, start - old[0])) for said in one[name]]
    return document


_SAID = (
    ("households", "availability"),
    ("households", "preferred"),
    ("teachers", "availability"),
    ("teachers", "breaks"),
    ("interpreters", "availability"),
)


def _along(said: tuple[int, int], old: tuple[int, int], shift: int) -> tuple[int, int]:
    within = old[0] <= said[0] and said[1] <= old[1]
    return (said[0] + shift, said[1] + shift) if within else said


_CHANGES: dict[str, Callable[[Document, Any], Document]] = {
    "relaxations": _grant,
    "more_time": _add_time,
    "moved_sessions": _move,
    "absences": _take_away,
    "cancelled_family_ids": _leave_out,
}


def _named(document: Document, collection: str, name: str) -> Iterable[Document]:
    return (one for one in document[collection] if one["id"] == name)


def _window(start: int, end: int) -> Document:
    return {"start": written(start), "end": written(end)}


def _span(window: Document) -> tuple[int, int]:
    return minute(window["start"]), minute(window["end"])


def _minutes(document: Document, window: Document) -> tuple[int, int]:
    """Two instants as the document has times; what is not said is as far away as can be."""
    zone = ZoneInfo(document["time_zone"])
    told = (window.get("starts_at"), window.get("ends_at"))
    start, end = (
        minute(datetime.fromisoformat(one).astimezone(zone).strftime("%Y-%m-%dT%H:%M")) if one else beyond
        for one, beyond in zip(told, _ALWAYS, strict=True)
    )
    return start, end
