"""Letters to families on paper: each on a page of its own, in the reader's language with Dutch beside it."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

import segno

from api.printing.moments import span
from api.printing.words import Words
from domain.kernel.printed import printed_words
from domain.kernel.text import Language, pick
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.put_in_words import InWords
from domain.messaging.rules.links import BEFORE_THE_TALK
from domain.messaging.wording.facts import MessageFacts

ASKS = BEFORE_THE_TALK | {MessageKind.SLOT_OFFERED}
"""What is answered with yes or no, or with one of the times."""
Tick = dict[str, str]
"""What can be ticked, by language: the reader's own first."""


class Letter(NamedTuple):
    """A message in words, and where its reader answers when a link was made."""

    in_words: InWords
    address: str | None = None


def letter_pages(words: Words, letters: Sequence[Letter]) -> dict[str, Any]:
    """What the template needs."""
    return {"title": words.label("letters"), "letters": [_letter(one) for one in letters]}


def _letter(letter: Letter) -> dict[str, Any]:
    facts, said = letter.in_words
    parts = [{"lang": one.language, "subject": one.subject, "paragraphs": one.paragraphs} for one in said]
    languages = [one.language for one in said]
    return {
        "school": facts.sender.school,
        "name": facts.full_name,
        "parts": parts,
        "strip": _strip(facts, languages, letter.address),
    }


def _strip(facts: MessageFacts, languages: list[str], address: str | None) -> dict[str, Any] | None:
    """To cut off and give back; a letter that only tells has none."""
    ticks = _ticks(facts, languages)
    if not ticks:
        return None
    qr = address and {"svg": _qr(address), "alt": "QR", "words": _in(languages, "scan")}
    about = f"{facts.student} · {facts.full_name}"
    return {"about": about, "ticks": ticks, "sign": _in(languages, "sign"), "qr": qr}


def _ticks(facts: MessageFacts, languages: list[str]) -> list[Tick]:
    if facts.round and facts.kind is MessageKind.ROUND_OPENED:
        return [_time(facts, languages, one) for one in facts.round.days]
    if facts.kind not in ASKS:
        return []
    times = facts.talk.times if facts.talk else ()
    yes = [_time(facts, languages, one) for one in times] if len(times) > 1 else [_in(languages, "accept")]
    return [*yes, _in(languages, "decline")]


def _time(facts: MessageFacts, languages: list[str], time: tuple[datetime, datetime]) -> Tick:
    starts_at, ends_at = (moment.isoformat() for moment in time)
    return {one: span(Words(cast(Language, one)), starts_at, ends_at, facts.sender.zone) for one in languages}


def _in(languages: list[str], name: str) -> Tick:
    """The same words as on the page behind the link."""
    return {one: str(pick(printed_words("answering")[name], one)) for one in languages}


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode()
