"""The reasons of a decision in words. What they name is said by its name, never by a code."""

from domain.kernel.printed import printed_words
from domain.kernel.text import FIRST, OWN_LANGUAGES, Language, pick
from domain.plans.decision.asked import Reason
from domain.plans.models.contact_words import ContactChannel
from domain.plans.words import name_of


def reason_in(reason: Reason, language: str) -> str:
    """In one language; in Dutch for who reads another than those of the school."""
    ours = language if language in OWN_LANGUAGES else FIRST
    return reason.said.words(ours, {key: _name(key, value, ours) for key, value in reason.data})


def reason_in_all(reason: Reason) -> dict[Language, str]:
    """In each language of the school."""
    return {language: reason_in(reason, language) for language in OWN_LANGUAGES}


def _name(key: str, value: str, language: str) -> str:
    if key == "channel":
        return name_of(ContactChannel(value), language)
    names = printed_words("reason-words")[f"{key}s"].get(value.partition("-")[0])
    return pick(names, language) if names else value
