"""The reasons of a decision, as people read them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import ModuleType

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


def _kept_in_words(code: str, data: Mapping[str, str], language: str) -> ReasonRead:
    message = REASONS.get(code)
    if message is None:
        return ReasonRead(code=code, detail=code)
    return in_words(Reason(message, tuple(data.items())), language)


@lru_cache(maxsize=4096)
def in_words(reason: Reason, language: str) -> ReasonRead:
    """One reason, worded once for all to whom it applies; ways are called what people call them."""
    data = dict(reason.data)
    if "channel" in data:
        data["channel"] = name_of(ContactChannel(data["channel"]), language)
    return ReasonRead(code=reason.said.code, detail=reason.said.words(language, data))
