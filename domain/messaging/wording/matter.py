"""What a message is about: the form of the talk, its place and its points, what was agreed, and the round."""

from zoneinfo import ZoneInfo

from domain.conversations.calendar_words import location
from domain.kernel.days import day_in_words
from domain.kernel.printed import printed_words
from domain.kernel.text import pick
from domain.messaging.wording.cleaning import on_one_line
from domain.messaging.wording.facts import AgreedFacts, MessageFacts, TalkFacts
from domain.messaging.wording.moments import listed, span
from domain.messaging.wording.people import in_role
from domain.messaging.wording.templates import kind_of, label, phrase
from domain.plans.words import name_of


def matter_of(facts: MessageFacts, language: str) -> dict[str, str]:
    """By placeholder; what is not there is left out."""
    said = {
        **(_of_talk(facts, facts.talk, language) if facts.talk else {}),
        "talks": listed(_talk(facts, talk, language) for talk in facts.talks),
        "agreements": listed(_agreed(one, language) for one in facts.agreements),
        "round": facts.round and on_one_line(pick(facts.round.name, language)),
    }
    return {name: words for name, words in said.items() if words}


def _of_talk(facts: MessageFacts, talk: TalkFacts, language: str) -> dict[str, str | None]:
    purpose = printed_words("invitations").get(talk.meeting_type)
    return {
        "form": on_one_line(pick(talk.form, language)),
        "purpose": purpose and pick(purpose, language),
        "goal": on_one_line(talk.goal or ""),
        "topics": listed(map(on_one_line, talk.topics)),
        "where": where(facts, talk, language),
        "reason": on_one_line(talk.cancelled_reason or ""),
    }


def where(facts: MessageFacts, talk: TalkFacts, language: str) -> str:
    """The room or the place, or the channel."""
    spot = on_one_line(talk.place or talk.room or "") or None
    return location(language, talk.channel, spot, on_one_line(facts.sender.school))


def _talk(facts: MessageFacts, talk: TalkFacts, language: str) -> str:
    times = [span(one, ZoneInfo(facts.sender.zone), language) for one in talk.times]
    people = [in_role(one, language) for one in talk.companions]
    told = label("comma", language).join([*times, where(facts, talk, language), *people])
    student = on_one_line(talk.student)
    return f"{student}{label('colon', language)}{told}" if student else told


def _agreed(one: AgreedFacts, language: str) -> str:
    what = on_one_line(one.what)
    if one.who:
        what = phrase("in_role", language, who=what, role=kind_of("roles", one.who, language))
    if one.channel:
        return phrase("by_channel", language, what=what, channel=name_of(one.channel, language))
    return phrase("by_day", language, what=what, day=day_in_words(one.by_on, language)) if one.by_on else what
