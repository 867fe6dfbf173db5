"""What words of a message must and may name: written once, for our own files and for what a school says."""

from collections.abc import Iterator, Mapping
from typing import Any

from domain.kernel.errors import Message
from domain.kernel.rule import Finding, Rule, warnings_of
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.filling import placeholders
from domain.messaging.wording.saying import LONGEST_SUBJECT
from domain.messaging.wording.short import MOST
from domain.messaging.wording.templates import templates_of

_AT_A_GLANCE = {"recipient", "school", "sender", "form", "round", "when", "count", "starts_on", "answer_by", "expected"}
_AT_A_GLANCE |= {"offered", "until", "answer", "review_on", "activity"}
_IN_FULL = _AT_A_GLANCE | {"student", "about", "purpose", "goal", "topics", "where", "who", "professionals", "reason"}
_IN_FULL |= {"choices", "days", "talks", "agreements", "items"}
_IN_FULL |= {"for_whom", "moments", "languages", "idea", "reply", "outcome", "why", "minutes", "lost", "others"}
KNOWN = {
    "subject": _AT_A_GLANCE - {"answer"},
    "paragraphs": _IN_FULL,
    "short": _AT_A_GLANCE,
    "spoken": _IN_FULL | {"caller"},
}
"""What each part may name. What shows on a locked screen names no child and says nothing of the subject."""

NEEDED = {"when", "choices", "offered", "expected", "days", "talks", "answer", "professionals", "agreements", "items"}
NEEDED |= {"moments", "lost", "reply", "outcome", "why"}
"""Where ours names one of these, so must theirs: when, who comes along and why (R23), and how to answer (R10)."""

UNKNOWN = Rule(
    "placeholder_unknown",
    "Deze plaatshouder bestaat hier niet: {name}.",
    "Ce champ n'existe pas ici : {name}.",
    "This placeholder does not exist here: {name}.",
)
LEFT_OUT = Rule(
    "placeholder_left_out",
    "Hierin moet nog staan: {name}. Een gezin moet weten wanneer, wie en hoe het antwoordt.",
    "Il manque encore : {name}. Une famille doit savoir quand, avec qui et comment répondre.",
    "This must still be in it: {name}. A family has to know when, with whom and how to answer.",
    number="R10",
)
TOO_LONG = Rule(
    "wording_too_long",
    "Dit is te lang: hoogstens {most} tekens.",
    "C'est trop long : {most} caractères au plus.",
    "This is too long: at most {most} characters.",
)
ONE_LINE = Rule(
    "subject_of_one_line",
    "Een onderwerp staat op één regel.",
    "Un objet tient sur une ligne.",
    "A subject is one line.",
)
NOT_LIKE_THIS = Message(
    "wording_refused",
    "Zo kan dit bericht niet gezegd worden.",
    "Ce message ne peut pas être formulé ainsi.",
    "This message cannot be worded like this.",
)


def check_wording(kind: MessageKind, words: Mapping[str, Any]) -> None:
    """Refuse words that would not serve.

    Raises:
        Invalid: with a pointer to each place.
    """
    warnings_of([*flaws_of_wording(kind, words)], NOT_LIKE_THIS)


def flaws_of_wording(kind: MessageKind, words: Mapping[str, Any]) -> Iterator[Finding]:
    """Part by part; parts that are not there are ours."""
    for part, said in words.items():
        entries = {"": said} if isinstance(said, dict) else {f"/{at}": one for at, one in enumerate(said)}
        for at, texts in entries.items():
            yield from _unknown(part, f"/{part}{at}", texts)
        yield from _left_out(kind, part, [*entries.values()])
        yield from _long(part, [*entries.values()])
    yield from (
        ONE_LINE.broken(f"/subject/{tongue}") for tongue, text in words.get("subject", {}).items() if "\n" in text
    )


def _unknown(part: str, pointer: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    for language, text in texts.items():
        for name in sorted(placeholders(text) - KNOWN[part]):
            yield UNKNOWN.broken(f"{pointer}/{language}", name=f"{{{name[:40]}}}")


def _left_out(kind: MessageKind, part: str, entries: list[dict[str, str]]) -> Iterator[Finding]:
    ours = templates_of(kind)[part]
    needed = _named(ours if isinstance(ours, list) else [ours], "nl") & NEEDED
    for language in sorted({language for one in entries for language in one}):
        for name in sorted(needed - _named(entries, language)):
            yield LEFT_OUT.broken(f"/{part}", name=f"{{{name}}} ({language})")


def _named(entries: list[dict[str, str]], language: str) -> set[str]:
    return {name for one in entries for name in placeholders(one.get(language, ""))}


def _long(part: str, entries: list[dict[str, str]]) -> Iterator[Finding]:
    most = _MOST.get(part)
    for language in sorted({language for one in entries for language in one}):
        if most and sum(len(one.get(language, "")) for one in entries) > most:
            yield TOO_LONG.broken(f"/{part}", most=most)


_MOST = {"subject": LONGEST_SUBJECT, "short": MOST // 2}
"""Characters; what fills the placeholders of a short text needs the other half."""
