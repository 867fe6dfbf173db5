"""What a calendar says of a conversation, in the reader's language."""

from collections.abc import Iterable

from domain.catalogue.models.words import Channel
from domain.kernel.printed import printed_words
from domain.kernel.text import pick


def summary(language: str, form: str | dict[str, str], about: Iterable[str], *, is_discreet: bool = False) -> str:
    """What it is, and with whom: never why. A discreet one does not even say what it is."""
    if is_discreet:
        return _label("school_talk", language)
    name = form if isinstance(form, str) else pick(form, language)
    others = _label("comma", language).join(about)
    return f"{name}{_label('colon', language)}{others}" if others else name


def location(language: str, channel: Channel, spot: str | None, school: str) -> str:
    """Where to go: the room at school or another place; else by which channel."""
    if spot:
        return _label("comma", language).join((spot, school))
    if channel == Channel.IN_PERSON:
        return school
    return pick(printed_words("people-and-places")["channels"][channel], language)


def _label(name: str, language: str) -> str:
    return pick(printed_words("words")[name], language)
