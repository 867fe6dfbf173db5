"""A message as a mail: whatever people wrote, it breaks no header, no page and no calendar."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from icalendar import Calendar
from messaging.hostile import ADDRESSES, ODD, texts

from domain.messaging.models.words import MessageKind
from domain.messaging.wording.addresses import NoAddressError
from domain.messaging.wording.email import Envelope, email_of
from domain.messaging.wording.facts import Companion, MessageFacts
from domain.messaging.wording.invented import invented
from domain.messaging.wording.saying import LONGEST_SUBJECT, Said, say
from domain.messaging.wording.short import MOST

OUTSIDE = Envelope(UUID(int=7), "school@example.org", datetime(2026, 9, 1, 8, tzinfo=UTC))
HEADERS = {"From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe"}
HEADERS |= {"Content-Language", "MIME-Version", "Content-Type"}
READER = "sara@example.org"


class Page(HTMLParser):
    """What a browser makes of it."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.languages: list[tuple[Any, Any]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "section":
            self.languages.append((dict(attrs)["lang"], dict(attrs)["dir"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def facts_for(kind: MessageKind = MessageKind.INVITATION, **more: Any) -> MessageFacts:
    return replace(invented(kind), email=READER, **more)


def sent(facts: MessageFacts, *languages: str) -> tuple[EmailMessage, Sequence[Said]]:
    """As the other side reads it."""
    said = [say(facts, language, {}) for language in languages or ("nl",)]
    parsed = message_from_bytes(email_of(facts, said, OUTSIDE).as_bytes(), policy=default)
    assert isinstance(parsed, EmailMessage)
    return parsed, said


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")  # type: ignore[no-any-return]


def invites(mail: EmailMessage) -> list[Calendar]:
    return [Calendar.from_ical(part.get_content()) for part in mail.iter_attachments()]


def hostile(text: str, kind: MessageKind = MessageKind.INVITATION) -> MessageFacts:
    """The same text wherever somebody fills something in."""
    facts = facts_for(kind)
    (talk,) = facts.talks
    said = {"nl": text, "ar": text}
    others = tuple(Companion(one.role, text, text) for one in talk.companions)
    worse = replace(talk, form=said, room=text, goal=text, topics=(text,), companions=others, cancelled_reason=text)
    sender = replace(facts.sender, school=text, name=text, person=text)
    return replace(facts, recipient=text, student=text, sender=sender, talks=(worse,))


@given(texts)
@settings(max_examples=40, deadline=None)
def test_whatever_people_wrote_nothing_breaks(text: str) -> None:
    holds(text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_nothing_breaks_of_what_others_try(text: str) -> None:
    holds(text)


def holds(text: str) -> None:
    facts = hostile(text)
    mail, said = sent(facts, "ar", "nl")
    plain = facts_for()
    assert set(mail.keys()) == HEADERS
    assert len(mail.keys()) == len(HEADERS)
    assert not mail.defects
    assert not any(mail[name].defects for name in HEADERS if hasattr(mail[name], "defects"))
    assert [one.addr_spec for one in mail["To"].addresses] == [READER]
    assert mail["Subject"] == said[0].subject
    assert len(said[0].subject) <= LONGEST_SUBJECT
    assert all(len(one.short) <= MOST for one in said)
    assert "\n\n".join(said[1].paragraphs) in body(mail, "plain")
    _same_page(Page(body(mail, "html")), Page(body(sent(plain, "ar", "nl")[0], "html")), said)
    (made,) = invites(mail)
    (event,) = made.walk("VEVENT")
    assert not made.walk("VALARM")
    assert not event.errors
    assert {name for name, _ in event.property_items()} == {name for name, _ in _usual().property_items()}
    assert str(event["attendee"]).lower() == f"mailto:{READER}"


def _same_page(page: Page, usual: Page, said: Sequence[Said]) -> None:
    assert set(page.tags) <= set(usual.tags) | {"br"}
    assert page.languages == [("ar", "rtl"), ("nl", "ltr")]
    shown = "".join(page.words)
    assert all(line in shown for one in said for paragraph in one.paragraphs for line in paragraph.split("\n"))


def _usual() -> Any:
    (made,) = invites(sent(facts_for())[0])
    return made.walk("VEVENT")[0]


@pytest.mark.parametrize(("kept", "goes_out"), ADDRESSES)
def test_odd_addresses_arrive(kept: str, goes_out: str) -> None:
    mail, _ = sent(replace(facts_for(), email=kept))
    read = mail["To"].addresses[0].addr_spec
    assert read.encode("utf-8", "surrogateescape").decode() == goes_out  # the parser keeps UTF-8 as bytes


@pytest.mark.parametrize("address", [None, "", "sara", "@example.org", "sara@", "a@b.be\r\nBcc: c@d.be"])
def test_what_is_no_address_is_refused(address: str | None) -> None:
    with pytest.raises(NoAddressError):
        sent(replace(facts_for(), email=address))


def test_the_dutch_text_stands_beside_a_translation() -> None:
    """R25: flagged as what it is, with the same content."""
    mail, said = sent(facts_for(), "fr", "nl")
    for kind in ("plain", "html"):
        assert "traduction" in body(mail, kind)
    assert mail["Content-Language"] == "fr, nl"
    alone, _ = sent(facts_for())
    assert "vertaling" not in body(alone, "plain")
    assert alone["Content-Language"] == "nl"
    assert said[1].paragraphs[0] in body(mail, "plain")


def test_a_mail_says_that_it_is_automatic_and_how_to_stop() -> None:
    mail, said = sent(facts_for())
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<mailto:school@example.org?subject=unsubscribe>"
    assert mail["List-Unsubscribe-Post"] is None
    assert mail["Message-ID"] == f"<{OUTSIDE.delivery_id}@example.org>"
    stops = OUTSIDE._replace(unsubscribe="https://school.example.org/stop/x")
    there = email_of(facts_for(), said, stops)
    assert there["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert there["List-Unsubscribe"].startswith("<https://school.example.org/stop/x>, <mailto:")


def test_a_calendar_gets_the_talk_and_loses_it_again() -> None:
    asked, gone = (invites(sent(facts_for(kind))[0])[0] for kind in (MessageKind.INVITATION, MessageKind.CANCELLATION))
    (first,), (last,) = asked.walk("VEVENT"), gone.walk("VEVENT")
    assert (asked["method"], gone["method"]) == ("REQUEST", "CANCEL")
    assert first["uid"] == last["uid"]
    assert (first["sequence"], last["status"]) == (1, "CANCELLED")
    assert first["attendee"].params["rsvp"] == "TRUE"
    assert asked.walk("VTIMEZONE")
    assert str(first["organizer"]).lower() == "mailto:school@example.org"


def test_no_entry_before_a_time_is_chosen_and_none_for_other_kinds() -> None:
    facts = facts_for()
    (talk,) = facts.talks
    assert not invites(sent(replace(facts, talks=(replace(talk, times=talk.times * 2),)))[0])
    assert not invites(sent(facts_for(MessageKind.THANK_YOU))[0])


def test_a_discreet_talk_is_discreet_in_the_calendar() -> None:
    facts = facts_for()
    (talk,) = facts.talks
    (made,) = invites(sent(replace(facts, talks=(replace(talk, is_discreet=True, goal="Hard"),)))[0])
    assert made.walk("VEVENT")[0]["summary"] == "Gesprek op school"
    assert b"Startgesprek" not in made.to_ical()
    assert b"Hard" not in made.to_ical()
