"""What a cell may hold, by the kind of its column. Cells are judged a thousand at a time, each different text once."""

import csv
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

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


class Verdict(NamedTuple):
    value: Any
    flaw: Flaw | None = None


def read_opaque(texts: Sequence[str]) -> Judged:
    """GUIDs and texts, taken as they are."""
    values = [text or None for text in texts] if "" in texts else texts
    if max(map(len, texts), default=0) <= LONGEST:
        return values, []
    return values, [(index, flaws.TOO_LONG) for index, text in enumerate(texts) if len(text) > LONGEST]


def reading(judge: Callable[[str], Verdict], blank: Any = None) -> Reader:
    """A reader that asks `judge` once about each different text."""

    def read(texts: Sequence[str]) -> Judged:
        verdicts = {text: judge(text) if text else Verdict(blank) for text in set(texts)}
        values = [verdicts[text].value for text in texts]
        wrong = {text: verdict.flaw for text, verdict in verdicts.items() if verdict.flaw}
        if not wrong:
            return values, []
        return values, [(index, wrong[text]) for index, text in enumerate(texts) if text in wrong]

    return read


def judge_date(text: str) -> Verdict:
    try:
        # fromisoformat also takes 20260901 and 2026-W36-2, which the specification does not.
        return Verdict(date.fromisoformat(text)) if text[4:8:3] == "--" else Verdict(None, flaws.BAD_DATE)
    except ValueError:
        return Verdict(None, flaws.BAD_DATE)


def judge_datetime(text: str) -> Verdict:
    try:
        moment = datetime.fromisoformat(text) if text[10:11] == "T" else None
        if moment is None:
            return Verdict(None, flaws.BAD_DATETIME)
        if moment.tzinfo is None:
            return Verdict(moment.replace(tzinfo=UTC), flaws.DATETIME_WITHOUT_ZONE)
        return Verdict(moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return Verdict(None, flaws.BAD_DATETIME)


def judge_year(text: str) -> Verdict:
    return Verdict(int(text)) if _YEAR.fullmatch(text) else Verdict(None, flaws.BAD_YEAR)


def judge_list(text: str) -> Verdict:
    """Items between commas; an item that holds a comma stands between quotation marks."""
    if "," not in text and '"' not in text:
        return Verdict((text,), None if len(text) <= LONGEST else flaws.TOO_LONG)
    try:
        written = next(csv.reader([text], strict=True, skipinitialspace=True)) if '"' in text else text.split(",")
    except (csv.Error, StopIteration):
        return Verdict((), flaws.BAD_ITEM)
    items = tuple(map(str.strip, written))
    if len(text) > LONGEST and max(map(len, items)) > LONGEST:
        return Verdict(items, flaws.TOO_LONG)
    return Verdict(tuple(filter(None, items)), flaws.BLANK_ITEM) if "" in items else Verdict(items)


def judge_language(text: str) -> Verdict:
    """A BCP 47 tag, in lower case."""
    tag = text.lower().replace("_", "-")
    return Verdict(tag) if _LANGUAGE_TAG.fullmatch(tag) else Verdict(None, flaws.UNKNOWN_LANGUAGE)


def judging_terms(terms: dict[str, Any], *, extensible: bool = False) -> Callable[[str], Verdict]:
    """A judge of a fixed list of terms, each with the value it stands for."""
    verdicts = {term: Verdict(value) for term, value in terms.items()}
    by_case = {term.lower(): Verdict(value, flaws.VALUE_CASE) for term, value in terms.items()}

    def judge(text: str) -> Verdict:
        if extensible and text.startswith("ext:") and len(text) <= LONGEST:
            return Verdict(text)
        return verdicts.get(text) or by_case.get(text.lower()) or Verdict(None, flaws.UNKNOWN_VALUE)

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
