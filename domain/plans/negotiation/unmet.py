"""Wishes that nobody at the table can meet, each with what comes nearest and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from domain.plans.negotiation.answered import UnmetWish
from domain.plans.negotiation.asked import NegotiationFields, OfferAtTheTable, WishesAtTheTable
from domain.plans.negotiation.hours import nearest_hours, overlaps
from domain.plans.negotiation.kinship import nearest_channel
from domain.plans.negotiation.reasons import (
    CHANNEL,
    HOURS,
    INTERPRETED,
    INTERPRETER_MODE,
    LANGUAGE,
    NO_CHANNEL,
    NO_INTERPRETER,
)
from domain.plans.negotiation.tongues import is_spoken
from domain.plans.sentences import Sentence
from domain.plans.words import language_names, names_of


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish, named by its field and its place there, and the nearest to it."""

    field: str
    wish: Any
    nearest: Any
    why: Sentence

    def read(self, party: int, language: str | None) -> UnmetWish:
        pointer, why = f"/parties/{party}/{self.field}", self.why
        return UnmetWish(
            pointer=pointer, wish=self.wish, nearest=self.nearest, code=why.message.code, reason=why.read(language)
        )


def unmet(wishes: WishesAtTheTable, table: NegotiationFields) -> Iterator[Unmet]:
    """Channels, hours, languages and the interpreter, in that order."""
    offers = [table.school, *table.staff]
    yield from _channels(wishes, table.school)
    yield from _hours(wishes, offers)
    yield from _languages(wishes, offers)
    yield from _interpreter(wishes, offers)


def _channels(wishes: WishesAtTheTable, school: OfferAtTheTable) -> Iterator[Unmet]:
    for number, wished in enumerate(wishes.channels):
        if wished not in school.channels:
            nearest = nearest_channel(wished, school.channels)
            named = {"wished": names_of(wished)} | ({"nearest": names_of(nearest)} if nearest else {})
            yield Unmet(f"channels/{number}", wished, nearest, Sentence(CHANNEL if nearest else NO_CHANNEL, named))


def _hours(wishes: WishesAtTheTable, offers: list[OfferAtTheTable]) -> Iterator[Unmet]:
    if not all(one.hours for one in offers):
        return
    offered = [hours for one in offers for hours in one.hours]
    for number, wished in enumerate(wishes.hours):
        if not overlaps([wished], offered):
            yield Unmet(f"hours/{number}", wished, nearest_hours(wished, offered), Sentence(HOURS))


def _languages(wishes: WishesAtTheTable, offers: list[OfferAtTheTable]) -> Iterator[Unmet]:
    """Those ranked before the first that is spoken: with that one, the party is understood."""
    offered = [language for one in offers for language in one.languages]
    modes = [mode for one in offers for mode in one.interpreter_modes]
    spoken = next((one for one in wishes.languages if is_spoken(one, offered)), offered[0])
    missed = takewhile(lambda wished: not is_spoken(wished, offered), wishes.languages)
    for number, wished in enumerate(missed):
        if not modes:
            why = Sentence(LANGUAGE, {"wished": language_names(wished), "nearest": language_names(spoken)})
            yield Unmet(f"languages/{number}", wished, spoken, why)
        elif not wishes.wants_interpreter:
            yield Unmet(
                f"languages/{number}", wished, modes[0], Sentence(INTERPRETED, {"wished": language_names(wished)})
            )


def _interpreter(wishes: WishesAtTheTable, offers: list[OfferAtTheTable]) -> Iterator[Unmet]:
    modes = [mode for one in offers for mode in one.interpreter_modes]
    if not wishes.wants_interpreter:
        return
    if not modes:
        yield Unmet("wants_interpreter", True, None, Sentence(NO_INTERPRETER))
    elif wishes.interpreter_mode and wishes.interpreter_mode not in modes:
        yield Unmet("interpreter_mode", wishes.interpreter_mode, modes[0], Sentence(INTERPRETER_MODE))
