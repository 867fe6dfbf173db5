"""The reasons of a decision, as people read them."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from domain.kernel.errors import Message
from domain.messaging.models.message_reads import MessageKept, MessageWhole, ReasonRead
from domain.plans.decision import channels, decide, hours, interpreters, languages, obstacles, rights, senders, urgent
from domain.plans.decision.asked import Reason
from domain.plans.models.contact_words import ContactChannel
from domain.plans.words import name_of

_SPEAKING = (channels, decide, hours, interpreters, languages, obstacles, rights, senders, urgent)


def _messages_in(module: ModuleType) -> Iterator[Message]:
    """All that a part of the decision may say: alone, as a reason, or as a reason for each of several things."""
    for named in vars(module).values():
        for value in named.values() if isinstance(named, Mapping) else (named,):
            found = value.said if isinstance(value, Reason) else value
            if isinstance(found, Message):
                yield found


REASONS: Mapping[str, Message] = {one.code: one for module in _SPEAKING for one in _messages_in(module)}
"""By code: a message that is kept has the codes of its reasons only."""


def explained(kept: MessageKept, language: str) -> MessageWhole:
    """A message with its reasons in words; of a reason that we no longer know, its code is left."""
    reasons = [_kept_in_words(one["code"], one.get("data") or {}, language) for one in kept.reasons]
    return MessageWhole.model_validate(kept.model_dump() | {"reasons": reasons})


def _kept_in_words(code: str, data: Mapping[str, Any], language: str) -> ReasonRead:
    message = REASONS.get(code)
    return in_words(message, data, language) if message else ReasonRead(code=code, detail=code)


def in_words(message: Message, data: Mapping[str, Any], language: str) -> ReasonRead:
    """One reason; ways are called what people call them."""
    said = {name: name_of(ContactChannel(word), language) if name == "channel" else word for name, word in data.items()}
    return ReasonRead(code=message.code, detail=message.words(language, said))
