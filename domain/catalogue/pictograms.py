"""Pictograms of our own, by name: drawings in one colour that read at 24 pixels and in print, and what they show in
words for who does not see them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

FOLDER = Path(__file__).parents[2] / "seed_content" / "pictograms"
SIZE = 64
"""Width and height of the square that every drawing fills."""

_INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


class Pictogram(NamedTuple):
    """A drawing: the elements inside its `<svg>`, in `currentColor`, and what it shows in each language."""

    name: str
    drawing: str
    shows: dict[str, str]


@cache
def pictograms() -> dict[str, Pictogram]:
    """All of them, by name."""
    words = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))
    return {name: Pictogram(name, _drawing(name), shows) for name, shows in words.items()}


def _drawing(name: str) -> str:
    found = _INSIDE.search((FOLDER / f"{name}.svg").read_text("utf-8"))
    assert found, f"{name}.svg is no drawing"
    return found[1].strip()
