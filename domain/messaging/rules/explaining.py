"""The reasons of a decision, as people read them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from domain.messaging.models.message_reads import MessageKept, MessageWhole, ReasonRead
from domain.plans.decision.asked import REASONS, Reason
from domain.plans.decision.telling import reason_in


def explained(kept: MessageKept, language: str) -> MessageWhole:
    """A message with its reasons in words; of a reason that we no longer know, its code is left."""
    reasons = [_kept_in_words(one["code"], one.get("data") or {}, language) for one in kept.reasons]
    return MessageWhole.model_validate(kept.model_dump() | {"reasons": reasons})


def _kept_in_words(code: str, data: Mapping[str, str], language: str) -> ReasonRead:
    reason = REASONS.get(code)
    if reason is None:
        return ReasonRead(code=code, detail=code)
    return in_words(replace(reason, data=tuple(data.items())), language)


@lru_cache(maxsize=4096)
def in_words(reason: Reason, language: str) -> ReasonRead:
    """One reason, worded once for all to whom it applies."""
    return ReasonRead(code=reason.said.code, detail=reason_in(reason, language))
