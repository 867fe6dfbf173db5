"""What a keyword or a label never says (R26, R27, R30)."""

from collections.abc import Iterable

from domain.catalogue.models.words import Channel
from domain.conversations.facts import Form
from domain.conversations.note_facts import NoteFacts
from domain.conversations.rules.sieve import DWELLING, SPECIAL_CATEGORIES, mentions
from domain.kernel.rule import Finding, Rule

KEYWORD_LONGEST = 60
KEYWORD_TOO_LONG = Rule(
    "keyword_too_long",
    "Een trefwoord telt hoogstens {most} tekens.",
    "Un mot-clé compte {most} caractères au plus.",
    "A keyword has at most {most} characters.",
    number="R26",
    source=("34", "38", "J"),
)
SPECIAL_CATEGORY = Rule(
    "special_category",
    "Gezondheid, geloof, afkomst en andere gevoelige gegevens horen niet in een trefwoord.",
    "La santé, la religion, l'origine et d'autres données sensibles n'ont pas leur place dans un mot-clé.",
    "Health, belief, origin and other sensitive data do not belong in a keyword.",
    number="R27",
    source=("39",),
)
HOW_PEOPLE_LIVE = Rule(
    "dwelling_or_lifestyle",
    "Van een huisbezoek noteer je niets over de woning of over hoe mensen leven.",
    "D'une visite à domicile, on ne note rien sur le logement ni sur la manière de vivre.",
    "Of a home visit you note nothing about the home or how people live.",
    number="R30",
    source=("J",),
)


def check_keywords(note: NoteFacts) -> list[Finding]:
    """Keywords are short and name no special category (R26, R27); after a home visit, nothing of the home (R30)."""
    at_home = note.channel is Channel.HOME_VISIT or note.type_key == Form.HOME_VISIT
    long = [number for number, word in enumerate(note.keywords) if len(word) > KEYWORD_LONGEST]
    return [
        *(KEYWORD_TOO_LONG.broken(f"/keywords/{number}", most=KEYWORD_LONGEST) for number in long),
        *check_words(_numbered(note.keywords, "/keywords"), at_home=at_home),
    ]


def check_words(said: list[tuple[str, str]], *, at_home: bool) -> list[Finding]:
    """No key words, each with its pointer, name a special category (R27), nor how people live at home (R30)."""
    return _naming(SPECIAL_CATEGORIES, said, SPECIAL_CATEGORY) + (
        _naming(DWELLING, said, HOW_PEOPLE_LIVE) if at_home else []
    )


def check_labels(labels: Iterable[str], pointer: str) -> list[Finding]:
    """No label in a list of labels, wherever it stands, names a special category (R27)."""
    return _naming(SPECIAL_CATEGORIES, _numbered(labels, pointer), SPECIAL_CATEGORY)


def _numbered(labels: Iterable[str], pointer: str) -> list[tuple[str, str]]:
    return [(f"{pointer}/{number}", label) for number, label in enumerate(labels)]


def _naming(names: frozenset[str], said: list[tuple[str, str]], rule: Rule) -> list[Finding]:
    return [rule.broken(pointer) for pointer, label in said if mentions(label, names)]
