"""What a message says of an activity, an idea or a visit at home."""

from zoneinfo import ZoneInfo

from domain.kernel.text import pick
from domain.messaging.wording.cleaning import on_one_line
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.gathering_facts import ActivityFacts, IdeaFacts, MomentFacts, TextMap, VisitFacts
from domain.messaging.wording.moments import listed, span
from domain.messaging.wording.templates import label, phrase
from domain.plans.words import language_names


def gathering_of(facts: MessageFacts, language: str) -> dict[str, str]:
    """By placeholder; what is not there is left out."""
    zone = ZoneInfo(facts.sender.zone)
    said = {
        **(_activity(facts.activity, zone, language) if facts.activity else {}),
        **(_idea(facts.idea) if facts.idea else {}),
        **(_visit(facts.visit, zone, language) if facts.visit else {}),
    }
    return {name: words for name, words in said.items() if words}


def _activity(one: ActivityFacts, zone: ZoneInfo, language: str) -> dict[str, str]:
    moments = [_moment(moment, zone, language) for moment in one.moments]
    names = (language_names(tag) for tag in one.languages)
    return {
        "activity": _picked(one.title, language),
        "goal": _picked(one.goal, language),
        "for_whom": _picked(one.for_whom, language),
        **(_at(moments) if one.comes else {"others": listed(moments)}),
        "lost": phrase("moment_lost", language) if one.has_lost else "",
        "languages": label("comma", language).join(
            name if isinstance(name, str) else pick(name, language) for name in names
        ),
    }


def _at(moments: list[str]) -> dict[str, str]:
    return {"moments": listed(moments), "when": moments[0] if len(moments) == 1 else ""}


def _moment(one: MomentFacts, zone: ZoneInfo, language: str) -> str:
    place = on_one_line(one.place or "")
    return label("comma", language).join(filter(None, [span((one.starts_at, one.ends_at), zone, language), place]))


def _idea(one: IdeaFacts) -> dict[str, str]:
    return {name: on_one_line(getattr(one, name) or "") for name in ("reply", "outcome")} | {
        "idea": on_one_line(one.words)
    }


def _visit(one: VisitFacts, zone: ZoneInfo, language: str) -> dict[str, str]:
    when = span((one.starts_at, one.ends_at), zone, language) if one.starts_at and one.ends_at else ""
    return {
        "why": _picked(one.why, language),
        "minutes": str(one.minutes),
        "when": when,
        "where": phrase("visit_at_home" if one.is_at_home else "visit_elsewhere", language),
        "who": label("comma", language).join(map(on_one_line, one.visitors)),
    }


def _picked(text: TextMap | None, language: str) -> str:
    return on_one_line(pick(text, language)) if text else ""
