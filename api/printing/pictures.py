"""Pictograms on paper: a drawing, and what it shows for who does not see it."""

from api.printing.words import Words
from domain.catalogue.pictograms import pictograms
from domain.kernel.text import pick


def picture(words: Words, name: str) -> dict[str, str]:
    """The drawing as SVG, and its words."""
    found = pictograms()[name]
    return {"svg": found.bare, "alt": pick(found.shows, words.language)}
