"""What a cell may hold, by the kind of its column. Cells are judged a thousand at a time, each different text once."""

import csv
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from domain.roster.flaws import Flaw
from domain.roster.flaws import content as flaws
from domain.roster.format import Enumeration

LONGEST = 255
"""Characters in a GUID or a text. The specification sets it for GUIDs and asks readers to take texts of that length."""

_YEAR = re.compile(r"[0-9]{4}")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}")

Judged = tuple[Sequence[Any], list[tuple[int, Flaw]]]
"""The values, and which of them (by index) have which flaw."""
Reader = Callable[[Sequence[str]], Judged]
"""Reads trimmed cells of one column. A blank cell becomes None, in a list column ()."""


Verdict = tuple[Any, Flaw | None]
"""The value of one text, and what is wrong with it."""


def read_opaque(texts: Sequence[str]) -> Judged:
    """GUIDs and texts, taken as they are."""
    if not any(texts):
        return [None] * len(texts), []
    values = [text or None for text in texts] if "" in texts else texts
    if max(map(len, texts), default=0) <= LONGEST:
        return values, []
    return values, [(index, flaws.TOO_LONG) for index, text in enumerate(texts) if len(text) > LONGEST]


def reading(judge: Callable[[str], Verdict], blank: Any = None) -> Reader:
    """A reader that asks `judge` once about each different text."""

    def read(texts: Sequence[str]) -> Judged:
        verdicts = {text: judge(text) if text else (blank, None) for text in set(texts)}
        values = [verdicts[text][0] for text in texts]
        wrong = {text: flaw for text, (_, flaw) in verdicts.items() if flaw}
        if not wrong:
            return values, []
        return values, [(index, wrong[text]) for index, text in enumerate(texts) if text in wrong]

    return read


def judge_date(text: str) -> Verdict:
    try:
        # fromisoformat also takes 20260901 and 2026-W36-2, which the specification does not.
        return (date.fromisoformat(text), None) if text[4:8:3] == "--" else (None, flaws.BAD_DATE)
    except ValueError:
        return (None, flaws.BAD_DATE)


def judge_datetime(text: str) -> Verdict:
    try:
        moment = datetime.fromisoformat(text) if text[10:11] == "T" else None
        if moment is None:
            return (None, flaws.BAD_DATETIME)
        if moment.tzinfo is None:
            return (moment.replace(tzinfo=UTC), flaws.DATETIME_WITHOUT_ZONE)
        return (moment.astimezone(UTC), None)
    except (ValueError, OverflowError):
        return (None, flaws.BAD_DATETIME)


def judge_year(text: str) -> Verdict:
    return (int(text), None) if _YEAR.fullmatch(text) else (None, flaws.BAD_YEAR)


def judge_list(text: str) -> Verdict:
    """Items between commas; an item that holds a comma stands between quotation marks."""
    if "," not in text and '"' not in text:
        return ((text,), None if len(text) <= LONGEST else flaws.TOO_LONG)
    try:
        written = next(csv.reader([text], strict=True, skipinitialspace=True)) if '"' in text else text.split(",")
    except (csv.Error, StopIteration):
        return ((), flaws.BAD_ITEM)
    items = tuple(map(str.strip, written))
    if len(text) > LONGEST and max(map(len, items)) > LONGEST:
        return (items, flaws.TOO_LONG)
    return (tuple(filter(None, items)), flaws.BLANK_ITEM) if "" in items else (items, None)


def judge_language(text: str) -> Verdict:
    """A BCP 47 tag, in lower case."""
    tag = text.lower().replace("_", "-")
    return (tag, None) if _LANGUAGE_TAG.fullmatch(tag) else (None, flaws.UNKNOWN_LANGUAGE)


def judging_terms(terms: dict[str, Any], *, extensible: bool = False) -> Callable[[str], Verdict]:
    """A judge of a fixed list of terms, each with the value it stands for."""
    verdicts = {term: (value, None) for term, value in terms.items()}
    by_case = {term.lower(): (value, flaws.VALUE_CASE) for term, value in terms.items()}

    def judge(text: str) -> Verdict:
        if extensible and text.startswith("ext:") and len(text) <= LONGEST:
            return (text, None)
        return verdicts.get(text) or by_case.get(text.lower()) or (None, flaws.UNKNOWN_VALUE)

    return judge


def readers(enumerations: dict[str, Enumeration]) -> dict[str, Reader]:
    """kind -> reader, for one version of OneRoster."""
    named = {
        name: reading(judging_terms({term: term for term in enumeration.tokens}, extensible=enumeration.extensible))
        for name, enumeration in enumerations.items()
    }
    return named | {
        "guid": read_opaque,
        "text": read_opaque,
        "guids": reading(judge_list, blank=()),
        "list": reading(judge_list, blank=()),
        "status": reading(judging_terms({"active": "active", "tobedeleted": "tobedeleted"}), blank="active"),
        "boolean": reading(judging_terms({"true": True, "false": False})),
        "date": reading(judge_date),
        "datetime": reading(judge_datetime),
        "year": reading(judge_year),
        "language": reading(judge_language),
    }
