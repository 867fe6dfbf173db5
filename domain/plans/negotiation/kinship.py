"""How near one channel comes to another."""

from collections.abc import Sequence
from enum import StrEnum

from domain.plans.models.contact_words import ContactChannel as Channel


class Trait(StrEnum):
    """What a channel is like for who uses it."""

    HEARD = "heard"
    WRITTEN = "written"
    DIGITAL = "digital"
    ON_PAPER = "on_paper"
    FACE_TO_FACE = "face_to_face"
    BY_PHONE = "by_phone"
    """On the telephone that one has at hand."""


TRAITS: dict[Channel, frozenset[Trait]] = {
    Channel.TALK: frozenset({Trait.HEARD, Trait.FACE_TO_FACE}),
    Channel.PHONE: frozenset({Trait.HEARD, Trait.BY_PHONE}),
    Channel.VIDEO: frozenset({Trait.HEARD, Trait.FACE_TO_FACE, Trait.DIGITAL}),
    Channel.MESSAGE: frozenset({Trait.WRITTEN, Trait.DIGITAL, Trait.BY_PHONE}),
    Channel.WHATSAPP: frozenset({Trait.WRITTEN, Trait.DIGITAL, Trait.BY_PHONE}),
    Channel.APP: frozenset({Trait.WRITTEN, Trait.DIGITAL, Trait.BY_PHONE}),
    Channel.EMAIL: frozenset({Trait.WRITTEN, Trait.DIGITAL}),
    Channel.PLATFORM: frozenset({Trait.WRITTEN, Trait.DIGITAL}),
    Channel.PAPER: frozenset({Trait.WRITTEN, Trait.ON_PAPER}),
    Channel.DIARY: frozenset({Trait.WRITTEN, Trait.ON_PAPER}),
}
"""Who rather hears it is helped most by hearing it: that weighs more than all the rest (own choice)."""

_WEIGHT = {Trait.HEARD: 8, Trait.WRITTEN: 8}


def is_heard(channel: Channel) -> bool:
    """Both have to be there at the same time, and to understand each other as they speak."""
    return Trait.HEARD in TRAITS[channel]


def kinship(one: Channel, other: Channel) -> int:
    """The more, the nearer; symmetric, and never more than a channel has with itself."""
    return sum(_WEIGHT.get(trait, 1) for trait in TRAITS[one] & TRAITS[other])


def nearest_channel(wished: Channel, offered: Sequence[Channel]) -> Channel | None:
    """The nearest of those offered, the first of equals; WhatsApp only for who chose it (R28)."""
    allowed = [one for one in offered if one is not Channel.WHATSAPP or wished is Channel.WHATSAPP]
    return max(allowed, key=lambda one: kinship(wished, one), default=None)
