"""Pictograms of our own, by name: drawings in one colour that read at 24 pixels and in print, and what they show in
words for who does not see them."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from typing import NamedTuple

import yaml
from sqlmodel import Field, SQLModel

from domain.catalogue.models import Key
from domain.kernel.folders import beside_code_or_here
from domain.kernel.text import LanguageTag, pick

SIZE = 64
"""Width and height of the square that every drawing fills."""
_PEN = 'fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'
OPENING = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" {_PEN}>'
"""How every file begins: the same square and the same pen."""
_CLOSING = "</svg>"


class Pictogram(NamedTuple):
    """A drawing: the elements inside its `<svg>`, in `currentColor`, and what it shows in each language."""

    name: str
    drawing: str
    shows: dict[str, str]

    @property
    def bare(self) -> str:
        """SVG for where the words stand apart."""
        return f"{OPENING}{self.drawing}{_CLOSING}"

    def picture(self, language: str) -> str:
        """SVG that stands by itself and says what it shows."""
        said = f' role="img" lang="{language}"><title>{escape(pick(self.shows, language))}</title>'
        return f"{OPENING[:-1]}{said}{self.drawing}{_CLOSING}"


class PictogramRead(SQLModel):
    """A pictogram as it goes out."""

    name: Key = Field(description="What questions and development domains call it.")
    shows: str | dict[LanguageTag, str] = Field(description="For who does not see it; also in Arabic with `lang=all`.")
    url: str = Field(description="Where its SVG is.")
    development_domains: list[Key] = Field(description="Those of `/v1/development-domains` that it stands for.")


@cache
def pictograms() -> dict[str, Pictogram]:
    """All of them, by name."""
    folder = beside_code_or_here("seed_content") / "pictograms"
    words = yaml.safe_load((folder / "names.yaml").read_text("utf-8"))
    return {name: Pictogram(name, inside((folder / f"{name}.svg").read_text("utf-8")), words[name]) for name in words}


def inside(file: str) -> str:
    """The elements of a drawing, without the `<svg>` around them.

    Raises:
        ValueError: when it is not drawn with our pen on our square.
    """
    drawing = file.strip().removeprefix(OPENING).removesuffix(_CLOSING)
    if len(drawing) != len(file.strip()) - len(OPENING) - len(_CLOSING):
        raise ValueError(f"A drawing begins with {OPENING} and ends with {_CLOSING}.")
    return drawing.strip()


def listed(domains: Sequence[str], language: str | None) -> str:
    """The list of all pictograms, as JSON, in one language or (None) in all.

    Args:
        domains: the development domains, each as JSON.
    """
    used: dict[str, list[str]] = {}
    for domain in map(json.loads, domains):
        used.setdefault(domain["pictogram"], []).append(domain["key"])
    items = [_item(one, used, language) for one in pictograms().values()]
    return json.dumps({"items": items, "next_cursor": None}, ensure_ascii=False)


def _item(pictogram: Pictogram, used: Mapping[str, list[str]], language: str | None) -> dict[str, object]:
    shows = pictogram.shows if language is None else pick(pictogram.shows, language)
    url, domains = f"/v1/pictograms/{pictogram.name}.svg", used.get(pictogram.name, [])
    return {"name": pictogram.name, "shows": shows, "url": url, "development_domains": domains}
