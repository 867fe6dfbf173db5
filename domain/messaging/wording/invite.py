"""The calendar entries that go with a mail: what a family may put in its own calendar."""

from collections.abc import Iterator

from domain.conversations.calendar_file import Entry, Invited, Method, calendar
from domain.conversations.calendar_words import summary
from domain.conversations.facts import Status
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.cleaning import on_one_line
from domain.messaging.wording.facts import MessageFacts, TalkFacts
from domain.messaging.wording.matter import where

METHODS: dict[MessageKind, Method] = {
    MessageKind.INVITATION: "REQUEST",
    MessageKind.CHANGE: "REQUEST",
    MessageKind.ROUND_TIMES: "REQUEST",
    MessageKind.CANCELLATION: "CANCEL",
}


def invites_of(facts: MessageFacts, language: str, organizer: str, attendee: str) -> Iterator[tuple[Method, bytes]]:
    """One file for each talk whose time is one: what the family still chooses from is in nobody's calendar."""
    method = METHODS.get(facts.kind)
    names = on_one_line(facts.sender.name), on_one_line(facts.recipient)
    invited = Invited(organizer, names[0], attendee, names[1])
    for talk in facts.talks:
        if method and len(talk.times) == 1:
            entry = _entry(facts, talk, language, method)
            yield method, calendar(entry.summary, facts.sender.zone, [entry], method, invited)


def _entry(facts: MessageFacts, talk: TalkFacts, language: str, method: Method) -> Entry:
    ((starts_at, ends_at),) = talk.times
    form = {tongue: on_one_line(name) for tongue, name in talk.form.items()}
    return Entry(
        id=talk.id,
        version=talk.version,
        changed_at=talk.changed_at,
        starts_at=starts_at,
        ends_at=ends_at,
        status=Status.CANCELLED if method == "CANCEL" else talk.status,
        summary=summary(language, form, [on_one_line(facts.sender.school)], is_discreet=talk.is_discreet),
        location=where(facts, talk, language),
    )
