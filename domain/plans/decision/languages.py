"""In which language: the reader's own, with Dutch beside it (R20, R25)."""

from dataclasses import replace
from functools import lru_cache

from domain.kernel.text import FIRST, LANGUAGES
from domain.plans.decision.asked import Reason, because

MACROLANGUAGES = dict.fromkeys(("aeb", "acm", "afb", "ajp", "apc", "arb", "arq", "ars", "ary", "arz"), "ar")
"""What is spoken, and the language in which its speakers read."""

NOT_KNOWN = because(
    "language_not_known",
    "De school weet niet welke taal deze persoon spreekt. Het is in het Nederlands.",
    "L'école ne sait pas quelle langue parle cette personne. C'est en néerlandais.",
    "The school does not know which language this person speaks. It is in Dutch.",
)
IN_DUTCH = because("language_dutch", "Het is in het Nederlands.", "C'est en néerlandais.", "It is in Dutch.")
OWN_LANGUAGE = because(
    "language_of_reader",
    "Deze persoon leest het in eigen taal: {language}. Het Nederlands staat ernaast.",
    "Cette personne le lit dans sa langue : {language}. Le néerlandais figure à côté.",
    "This person reads it in their own language: {language}. The Dutch stands beside it.",
)
NOT_THERE = because(
    "language_not_there",
    "In deze taal zijn er geen teksten: {language}. Het is in het Nederlands; zeg het ook als dat kan.",
    "Il n'y a pas de textes dans cette langue : {language}. C'est en néerlandais ; dites-le aussi si c'est possible.",
    "There are no texts in this language: {language}. It is in Dutch; say it too when you can.",
)


@lru_cache(maxsize=4096)
def languages_for(spoken: tuple[str, ...]) -> tuple[tuple[str, ...], Reason]:
    """The first language in which there are texts, and Dutch; Dutch alone where there is none."""
    if not spoken:
        return (FIRST,), NOT_KNOWN
    ours = next((one for one in map(_written, spoken) if one in LANGUAGES), None)
    if ours is None:
        return (FIRST,), replace(NOT_THERE, data=(("language", spoken[0]),))
    if ours == FIRST:
        return (FIRST,), IN_DUTCH
    return (ours, FIRST), replace(OWN_LANGUAGE, data=(("language", ours),))


def _written(tag: str) -> str:
    primary = tag.partition("-")[0]
    return MACROLANGUAGES.get(primary, primary)
