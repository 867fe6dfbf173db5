"""In which language two sides understand each other, and whether somebody interprets."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.plans.models.contact_words import ContactChannel
from domain.plans.negotiation.asked import OfferAtTheTable, WishesAtTheTable
from domain.plans.negotiation.given import GivenWay
from domain.plans.negotiation.kinship import is_heard
from domain.plans.negotiation.reasons import INTERPRETED, INTERPRETER_MODE, LANGUAGE, NO_INTERPRETER
from domain.plans.sentences import Sentence
from domain.plans.words import language_names
from domain.school.models.words import InterpreterMode


@dataclass(frozen=True, slots=True)
class Understanding:
    """How the two understand each other, and where one of them gives way."""

    language: str
    interpreter_mode: InterpreterMode | None
    given: tuple[GivenWay, ...]


def is_spoken(wished: str, offered: Sequence[str]) -> bool:
    """Who writes `pt` understands `pt-BR`."""
    return wished.partition("-")[0] in {one.partition("-")[0] for one in offered}


def understanding(wishes: WishesAtTheTable, offer: OfferAtTheTable, channel: ContactChannel) -> Understanding:
    """Spoken where both can, else interpreted where it is heard, else in the first language of the school."""
    spoken = next((one for one in wishes.languages or offer.languages if is_spoken(one, offer.languages)), None)
    if is_heard(channel) and (wishes.wants_interpreter or spoken is None):
        if offer.interpreter_modes:
            return _interpreted(wishes, offer, spoken)
        missed = (GivenWay("interpreter_mode", Sentence(NO_INTERPRETER)),) if wishes.wants_interpreter else ()
        return _direct(wishes, offer, spoken, missed)
    return _direct(wishes, offer, spoken, ())


def _direct(
    wishes: WishesAtTheTable, offer: OfferAtTheTable, spoken: str | None, given: tuple[GivenWay, ...]
) -> Understanding:
    if spoken:
        return Understanding(spoken, None, given)
    first = offer.languages[0]
    why = Sentence(LANGUAGE, {"wished": language_names(wishes.languages[0]), "nearest": language_names(first)})
    return Understanding(first, None, (*given, GivenWay("language", why)))


def _interpreted(wishes: WishesAtTheTable, offer: OfferAtTheTable, spoken: str | None) -> Understanding:
    wished = wishes.interpreter_mode
    met = wished is None or wished in offer.interpreter_modes
    mode = wished if wished and met else offer.interpreter_modes[0]
    language = (wishes.languages or offer.languages)[0]
    given = () if met else (GivenWay("interpreter_mode", Sentence(INTERPRETER_MODE)),)
    if spoken is None and not wishes.wants_interpreter:
        given = (*given, GivenWay("language", Sentence(INTERPRETED, {"wished": language_names(language)})))
    return Understanding(language, mode, given)
