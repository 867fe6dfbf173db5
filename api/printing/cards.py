"""The cards of the talking tree on paper, to cut out: a pictogram and a name."""

from typing import Any

from api.printing.pictures import picture
from api.printing.words import Words


def cards_page(words: Words, domains: list[dict[str, Any]]) -> dict[str, Any]:
    """What the template needs, from the development domains as the API gives them with all languages."""
    return {
        "title": words.label("cards"),
        "words": words.labels("cut"),
        "cards": [{"name": words.picked(one["name"]), "picture": picture(words, one["pictogram"])} for one in domains],
    }
