"""Putting messages into words, and words into letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.channels.port import Letter, Platform
from domain.messaging.models import Delivery, Message, Messaging, MessageWording
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.facts import facts_of
from domain.messaging.rules.by_hand import TASK_OF
from domain.messaging.wording.email import email_of
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.saying import Said, Wordings, say
from domain.plans.models.contact_words import ContactChannel


@dataclass(frozen=True, slots=True)
class Writing:
    """What a batch of messages tells, and how this school says it."""

    facts: Mapping[UUID, MessageFacts]
    settings: Messaging
    said: Mapping[UUID, dict[str, Said]]

    def letter(self, message: Message, delivery: Delivery) -> Letter:
        facts, said = self.facts[message.id], self.said[message.id]
        channel = ContactChannel(delivery.channel)
        return Letter(
            reference=delivery.id,
            channel=channel,
            to=facts.email if channel is ContactChannel.EMAIL else facts.phone,
            short=said[message.languages[0]].short,
            mail=email_of(facts, said) if channel is ContactChannel.EMAIL and facts.email else None,
            platform=self._platform(message, said) if channel is ContactChannel.PLATFORM else None,
        )

    def can_say(self, message: Message) -> bool:
        return message.id in self.said

    def _platform(self, message: Message, said: dict[str, Said]) -> Platform | None:
        if not self.settings.platform_url:
            return None
        content: dict[str, object] = {
            "message_id": str(message.id),
            "kind": message.kind,
            "student_id": str(message.student_id),
            "guardian_id": str(message.guardian_id) if message.guardian_id else None,
            "texts": [
                {"language": one.language, "subject": one.subject, "text": "\n\n".join(one.paragraphs)}
                for one in said.values()
            ],
        }
        return Platform(self.settings.platform_url, self.settings.platform_secret, content)


async def writing_for(session: SchoolSession, settings: Messaging, messages: Sequence[Message]) -> Writing:
    """A constant number of statements; what is said is kept with the message."""
    facts = await facts_of(session, messages) if messages else {}
    wordings = await _wordings(session)
    said = {one.id: _said(one, facts[one.id], wordings) for one in messages if one.id in facts}
    for message in messages:
        if message.id in said:
            message.said = _kept(message, said[message.id])
    return Writing(facts, settings, said)


def _said(message: Message, facts: MessageFacts, wordings: Wordings) -> dict[str, Said]:
    return {language: say(facts, language, wordings) for language in message.languages}


def _kept(message: Message, said: dict[str, Said]) -> dict[str, dict[str, str]]:
    """As it was read, or as it is to be said by a person."""
    aloud = message.channel is None or message.channel in TASK_OF
    return {
        one.language: {"subject": one.subject, "text": "\n\n".join(one.spoken if aloud else one.paragraphs)}
        for one in said.values()
    }


async def _wordings(session: SchoolSession) -> Wordings:
    own = select(MessageWording).where(col(MessageWording.school_id) == session.principal.school_id)
    return {MessageKind(one.kind): one.words for one in await session.rows(own)}
