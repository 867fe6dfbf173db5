"""Putting messages into words, and words into letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.links import new_links
from domain.messaging.channels.port import Letter, Platform
from domain.messaging.models import Delivery, Message, Messaging
from domain.messaging.queries.put_in_words import InWords, put_in_words
from domain.messaging.rules.by_hand import TASK_OF
from domain.messaging.rules.links import WITH_LINK, address_of, may_have_link
from domain.messaging.wording.email import Envelope, email_of
from domain.messaging.wording.saying import Said, text_without
from domain.plans.models.contact_words import ContactChannel


@dataclass(frozen=True, slots=True)
class Origin:
    """Where messages come from."""

    sender: str
    """The address of our e-mail."""
    public_url: str
    """Where links lead."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What a batch of messages tells, and how this school says it."""

    settings: Messaging
    sender: str
    words: Mapping[UUID, InWords]

    def letter(self, message: Message, delivery: Delivery) -> Letter:
        words, channel = self.words[message.id], ContactChannel(delivery.channel)
        letter = Letter(delivery.id, channel, words.facts.phone, words.said[0].short)
        if channel is ContactChannel.EMAIL:
            return self._mailed(letter, words)
        if channel is ContactChannel.PLATFORM and self.settings.platform_url:
            content = _content(message, words.said)
            platform = Platform(self.settings.platform_url, self.settings.platform_secret, content)
            return Letter(delivery.id, channel, None, letter.short, platform=platform)
        return letter

    def _mailed(self, letter: Letter, words: InWords) -> Letter:
        """Without a mail when no mail can go to that address."""
        try:
            mail = email_of(words.facts, words.said, Envelope(letter.reference, self.sender, clock.now()))
        except ValueError:
            return letter
        to: str = mail["To"].addresses[0].addr_spec
        return Letter(letter.reference, letter.channel, to, letter.short, mail)


async def writing_for(
    session: SchoolSession, settings: Messaging, origin: Origin, messages: Sequence[Message]
) -> Writing:
    """A constant number of statements; what is said is kept with the message, without the secret of its link."""
    linked = [one for one in messages if one.channel in WITH_LINK and may_have_link(one.guardian_id, one.state)]
    secrets = await new_links(session, linked)
    links = {message_id: address_of(origin.public_url, secret) for message_id, secret in secrets.items()}
    words = await put_in_words(session, messages, links)
    for message in messages:
        if message.id in words:
            message.said = _kept(message, words[message.id])
    return Writing(settings, origin.sender, words)


def _kept(message: Message, words: InWords) -> dict[str, dict[str, str]]:
    """As it was read, or as it is to be said by a person."""
    aloud = message.channel is None or message.channel in TASK_OF
    return {
        one.language: {
            "subject": one.subject,
            "text": text_without(words.facts.link, one.spoken if aloud else one.paragraphs),
        }
        for one in words.said
    }


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
