"""When things are, in words, at the school's own clock."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.kernel.days import clock_in_words, day_in_words, span_in_words, weekday_in_words
from domain.messaging.wording.facts import MessageFacts

Span = tuple[datetime, datetime]


def moments_of(facts: MessageFacts, language: str) -> dict[str, str]:
    """Everything that is a time; what is not known is not there."""
    zone = ZoneInfo(facts.sender.zone)
    spans = [span for talk in facts.talks for span in talk.times]
    only = spans[0] if len(spans) == 1 else None
    answer_by = (facts.talk and facts.talk.answer_by) or (facts.round and facts.round.answer_by)
    expected = facts.talk and facts.talk.expected_at
    said = {
        "when": only and span(only, zone, language),
        "choices": listed(span(one, zone, language) for one in spans) if len(spans) > 1 else None,
        "count": str(len(spans)) if len(spans) > 1 else None,
        "starts_on": spans and weekday_in_words(spans[0][0].astimezone(zone).date(), language),
        "answer_by": answer_by and weekday_in_words(answer_by.astimezone(zone).date(), language),
        "expected": expected and clock_in_words(expected.astimezone(zone), language),
        "days": facts.round and listed(span(one, zone, language) for one in facts.round.days),
        "offered": facts.offered and span(facts.offered, zone, language),
        "until": facts.offered_until and _day_and_clock(facts.offered_until.astimezone(zone), language),
        "review_on": facts.review_on and day_in_words(facts.review_on, language),
    }
    return {name: words for name, words in said.items() if isinstance(words, str) and words}


def span(times: Span, zone: ZoneInfo, language: str) -> str:
    """A start and an end in one day."""
    return span_in_words(times[0].astimezone(zone), times[1].astimezone(zone), language)


def listed(lines: Iterable[str]) -> str:
    """Each on a line of its own."""
    return "\n".join(f"- {line}" for line in lines)


def _day_and_clock(at: datetime, language: str) -> str:
    return f"{weekday_in_words(at.date(), language)}, {clock_in_words(at, language)}"
