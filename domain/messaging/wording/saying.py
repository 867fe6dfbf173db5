"""A message in words, in one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from domain.kernel.text import FIRST, Language, pick
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.answering import answer_of
from domain.messaging.wording.cleaning import fit_for_header
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.filling import filled, placeholders
from domain.messaging.wording.gatherings import gathering_of
from domain.messaging.wording.matter import matter_of
from domain.messaging.wording.moments import moments_of
from domain.messaging.wording.people import people_of
from domain.messaging.wording.short import shortened
from domain.messaging.wording.templates import label, phrase, templates_of

Wordings = Mapping[MessageKind, Mapping[str, Any]]
"""A school's own words: `MessageWording.words` by kind. Kinds that are not there are said in ours."""

LONGEST_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it is read or heard."""

    language: str
    """In which it really is: Dutch when there are no words in the one that was asked."""
    subject: str
    """One line; discreet where the conversation is."""
    paragraphs: tuple[str, ...]
    """Each may hold line breaks, never markup."""
    short: str
    """At most 300 characters: for SMS, WhatsApp and the app."""
    spoken: tuple[str, ...]
    """What a person says at the gate or by phone, line by line."""


def text_without(link: str | None, paragraphs: Iterable[str]) -> str:
    """Less what says where to answer: the secret of a link is not kept, and who opened one is there already."""
    return "\n\n".join(one for one in paragraphs if not link or link not in one)


def say(facts: MessageFacts, language: str, wordings: Wordings) -> Said:
    """The words for these facts. Sentences whose facts are not there are left out; names stay names."""
    language = language if language in get_args(Language) else FIRST
    own = wordings.get(facts.kind, {})
    written = _values(facts, language) | {"answer": answer_of(facts, language, aloud=False)}
    aloud = written | {"answer": answer_of(facts, language, aloud=True)}
    glance = written | ({"form": label("school_talk", language)} if facts.is_discreet else {})
    if facts.parts:
        items = _items(facts, language, wordings)
        written, aloud = written | {"items": items}, aloud | {"items": items}
    subject = filled(_templates(facts.kind, own, "subject", language)[0], glance)
    paragraphs = _filled(_templates(facts.kind, own, "paragraphs", language), written)
    spoken = _filled(_templates(facts.kind, own, "spoken", language), aloud)
    return Said(
        language=language,
        subject=fit_for_header(subject or glance["sender"], LONGEST_SUBJECT),
        paragraphs=(_fixed("opening", language, written), *paragraphs, _fixed("closing", language, written)),
        short=shortened(_templates(facts.kind, own, "short", language), glance),
        spoken=(
            phrase("spoken_before", language),
            _fixed("spoken_opening", language, aloud),
            *spoken,
            phrase("spoken_closing", language),
        ),
    )


def _values(facts: MessageFacts, language: str) -> dict[str, str]:
    of_talks = people_of(facts, language) | matter_of(facts, language) | moments_of(facts, language)
    return of_talks | gathering_of(facts, language)


def _templates(kind: MessageKind, own: Mapping[str, Any], part: str, language: str) -> list[str]:
    """The school's when it has them in this language, else ours: a reader never gets half of each."""
    ours = templates_of(kind)[part]
    theirs = _listed(own.get(part) or [])
    chosen = theirs if theirs and all(one.get(language) for one in theirs) else _listed(ours)
    return [pick(one, language) for one in chosen]


def _listed(part: Any) -> list[dict[str, str]]:
    return [part] if isinstance(part, dict) else list(part)


def _filled(templates: list[str], values: Mapping[str, str]) -> list[str]:
    return [said for template in templates if (said := filled(template, values))]


def _fixed(name: str, language: str, values: Mapping[str, str]) -> str:
    return phrase(name, language, **values)


def _items(facts: MessageFacts, language: str, wordings: Wordings) -> str:
    """What a digest gathers, each told in full but for how to answer, which it says once."""
    return "\n\n".join(_item(part, language, wordings) for part in facts.parts)


def _item(part: MessageFacts, language: str, wordings: Wordings) -> str:
    templates = _templates(part.kind, wordings.get(part.kind, {}), "paragraphs", language)
    told = [one for one in templates if "answer" not in placeholders(one)]
    return "\n".join(_filled(told, _values(part, language)))
