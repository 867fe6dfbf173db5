"""Nobody is forgotten when a round ends (R10)."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from domain.conferences.models.words import Alternative
from domain.kernel.rule import Finding, Rule

MOST_NAMED = 50
NO_ALTERNATIVE = Rule(
    "family_without_alternative",
    "Gezin {family_id} heeft geen gesprek en nog niets in de plaats. Kies telefoon, huisbezoek of een andere dag.",
    "La famille {family_id} n'a ni entretien ni solution de rechange. Choisissez le téléphone, une visite ou un autre "
    "jour.",
    "Family {family_id} has no talk and nothing instead yet. Choose the phone, a home visit or another day.",
    number="R10",
    source=("J",),
)
NOT_TRIED = Rule(
    "family_not_tried",
    "Gezin {family_id} antwoordde niet. Probeer het eerst langs een andere weg: niet antwoorden is niet weigeren.",
    "La famille {family_id} n'a pas répondu. Essayez d'abord autrement : ne pas répondre n'est pas refuser.",
    "Family {family_id} did not answer. First try another way: not answering is not refusing.",
    number="R10",
    source=("J",),
)


class Unserved(NamedTuple):
    """A family without a talk: one that was not reached, or whose talk found no place."""

    family_id: UUID
    answered: bool
    tried: bool
    alternative: Alternative | None


def check_alternatives(families: Sequence[Unserved]) -> list[Finding]:
    """Each has something instead; and who did not answer was tried in another way (R10)."""
    found = [
        rule.broken(f"/families/{one.family_id}", family_id=one.family_id)
        for one in families
        for rule, broken in (
            (NOT_TRIED, not one.answered and not one.tried),
            (NO_ALTERNATIVE, one.alternative is None),
        )
        if broken
    ]
    return found[:MOST_NAMED]
