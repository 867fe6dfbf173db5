"""What a calendar says of a conversation, in the reader's language."""

from collections.abc import Iterable

from api.printing.words import Words
from domain.catalogue.models.words import Channel


def summary(words: Words, form: str | dict[str, str], about: Iterable[str]) -> str:
    """What it is, and with whom: never why."""
    picked = form if isinstance(form, str) else words.picked(form)
    name = picked if isinstance(picked, str) else picked["said"] if picked else words.label("school_talk")
    others = words.label("comma").join(about)
    return f"{name}{words.label('colon')}{others}" if others else name


def location(words: Words, channel: str, spot: str | None, school: str) -> str:
    """Where to go: the room at school or another place; else by which channel."""
    if spot:
        return words.label("comma").join((spot, school))
    return school if channel == Channel.IN_PERSON else words.kind("channels", channel)
