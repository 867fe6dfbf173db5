"""What topics, channels and the other words of a plan are called by people."""

from enum import StrEnum

from domain.families.models.guardians import ReadingComfort
from domain.kernel.printed import printed_words
from domain.kernel.text import pick
from domain.plans.models.contact_words import ContactChannel, DigitalAccess, Frequency, Starter
from domain.plans.models.topics import Topic
from domain.plans.models.words import Party, PlanStatus, ReviewOutcome

GROUPS: dict[type[StrEnum], str] = {
    Topic: "topics",
    ContactChannel: "channels",
    Frequency: "frequencies",
    Starter: "starters",
    DigitalAccess: "digital_access",
    ReadingComfort: "reading_comfort",
    Party: "parties",
    PlanStatus: "statuses",
    ReviewOutcome: "outcomes",
}
"""Where each kind of word stands in `seed_content/printing/plan-words.yaml`."""


def names_of(word: StrEnum) -> dict[str, str]:
    """A language map, with Arabic: `{"nl": "telefoon", "fr": …, "en": …, "ar": …}`."""
    names: dict[str, str] = printed_words("plan-words")[GROUPS[type(word)]][word]
    return names


def name_of(word: StrEnum, language: str) -> str:
    """The name in this language, else in Dutch."""
    return pick(names_of(word), language)


def language_names(tag: str) -> str | dict[str, str]:
    """What a language is called, as a language map; the tag itself where we have no name for it."""
    named: dict[str, dict[str, str]] = printed_words("plan-words")["languages"]
    return named.get(tag) or named.get(tag.partition("-")[0]) or tag
