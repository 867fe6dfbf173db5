"""Putting messages into words, and words into letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.kernel.text import FIRST
from domain.messaging.actions.wordings import wordings_of
from domain.messaging.channels.port import Letter, Platform
from domain.messaging.models import Delivery, Message, Messaging
from domain.messaging.queries.facts import facts_of
from domain.messaging.rules.by_hand import TASK_OF
from domain.messaging.wording.email import Envelope, email_of
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.saying import Said, Wordings, say
from domain.plans.models.contact_words import ContactChannel


@dataclass(frozen=True, slots=True)
class Writing:
    """What a batch of messages tells, and how this school says it; the reader's language first, Dutch last."""

    settings: Messaging
    sender: str
    facts: Mapping[UUID, MessageFacts]
    said: Mapping[UUID, Sequence[Said]]

    def letter(self, message: Message, delivery: Delivery) -> Letter:
        facts, said = self.facts[message.id], self.said[message.id]
        channel = ContactChannel(delivery.channel)
        letter = Letter(delivery.id, channel, facts.phone, said[0].short)
        if channel is ContactChannel.EMAIL:
            return self._mailed(letter, facts, said)
        if channel is ContactChannel.PLATFORM and self.settings.platform_url:
            platform = Platform(self.settings.platform_url, self.settings.platform_secret, _content(message, said))
            return Letter(delivery.id, channel, None, said[0].short, platform=platform)
        return letter

    def _mailed(self, letter: Letter, facts: MessageFacts, said: Sequence[Said]) -> Letter:
        """Without a mail when no mail can go to that address."""
        try:
            mail = email_of(facts, said, Envelope(letter.reference, self.sender, clock.now()))
        except ValueError:
            return letter
        to: str = mail["To"].addresses[0].addr_spec
        return Letter(letter.reference, letter.channel, to, letter.short, mail)


async def writing_for(session: SchoolSession, settings: Messaging, sender: str, messages: Sequence[Message]) -> Writing:
    """A constant number of statements; what is said is kept with the message."""
    facts = await facts_of(session, messages) if messages else {}
    wordings = await wordings_of(session)
    told = [one for one in messages if one.id in facts]
    said = {one.id: words for one in told if (words := _said(facts[one.id], one.languages, wordings))}
    for message in told:
        message.said = _kept(message, said.get(message.id, []))
    return Writing(settings, sender, facts, said)


def _said(facts: MessageFacts, languages: Sequence[str], wordings: Wordings) -> list[Said] | None:
    """None when it cannot be said: one message must not hold back all the others."""
    try:
        return [say(facts, language, wordings) for language in _dutch_last(languages)]
    except Exception:  # noqa: BLE001 - whatever is wrong with these words
        return None


def _dutch_last(languages: Sequence[str]) -> list[str]:
    return [*(language for language in dict.fromkeys(languages) if language != FIRST), FIRST]


def _kept(message: Message, said: Sequence[Said]) -> dict[str, dict[str, str]]:
    """As it was read, or as it is to be said by a person."""
    aloud = message.channel is None or message.channel in TASK_OF
    return {one.language: {"subject": one.subject, "text": "\n\n".join(_read(one, aloud=aloud))} for one in said}


def _read(said: Said, *, aloud: bool) -> Sequence[str]:
    return said.spoken if aloud else said.paragraphs


def _content(message: Message, said: Sequence[Said]) -> dict[str, object]:
    """What the school platform gets: for whom, and what is said in each language."""
    return {
        "message_id": str(message.id),
        "kind": message.kind,
        "student_id": str(message.student_id),
        "guardian_id": str(message.guardian_id) if message.guardian_id else None,
        "texts": [
            {"language": one.language, "subject": one.subject, "text": "\n\n".join(one.paragraphs)} for one in said
        ],
    }
