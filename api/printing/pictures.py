"""Pictograms on paper: a drawing, and what it shows for who does not see it."""

from api.printing.words import Words
from domain.catalogue.pictograms import SIZE, Pictogram, pictograms
from domain.kernel.text import pick

USUAL = "speech-bubble"
"""What stands in for a pictogram that is not drawn (yet)."""


def picture(words: Words, name: str) -> dict[str, str]:
    """The drawing as SVG, and its words."""
    found = pictogram(name)
    return {"svg": _framed(found), "alt": pick(found.shows, words.language)}


def pictogram(name: str) -> Pictogram:
    """The pictogram of this name, else the usual one."""
    drawn = pictograms()
    return drawn.get(name) or drawn[USUAL]


def _framed(found: Pictogram) -> str:
    style = 'fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" {style}>{found.drawing}</svg>'
