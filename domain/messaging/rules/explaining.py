"""The reasons of a decision, as people read them."""

from collections.abc import Mapping

from domain.kernel.errors import Message
from domain.messaging.models.message_reads import MessageKept, MessageWhole, ReasonRead

REASONS: Mapping[str, Message] = {}
"""By code."""


def explained(kept: MessageKept, language: str) -> MessageWhole:
    """A message with its reasons in words."""
    reasons = [worded(one["code"], one.get("data") or {}, language) for one in kept.reasons]
    return MessageWhole.model_validate(kept.model_dump() | {"reasons": reasons})


def worded(code: str, data: Mapping[str, str], language: str) -> ReasonRead:
    """One reason; of one that we no longer know, its code is left."""
    message = REASONS.get(code)
    return ReasonRead(code=code, detail=message.words(language, dict(data)) if message else code)
