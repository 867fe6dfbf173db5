"""The mind map of a parent activity as a picture, for a page or for a phone, in words too."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal
from xml.etree.ElementTree import Element

from domain.catalogue.drawing.layers import Layers, layered
from domain.catalogue.drawing.sketch import Link, Sketch, Step, sketch_of
from domain.catalogue.drawing.svg import Point, document
from domain.catalogue.drawing.tall import drawn_tall
from domain.catalogue.drawing.wide import drawn_wide
from domain.catalogue.drawing.words import AGAIN, DONE, HELPS, STEP_BY_STEP, THEN
from domain.kernel.errors import Message

Layout = Literal["wide", "tall"]
PRINTABLE: Point = (718.0, 1046.0)
"""An A4 page with margins of 10 mm, in the pixels of a browser."""

_DRAWN: dict[Layout, Callable[[Sketch, Layers, str], tuple[Point, list[Element]]]] = {
    "wide": drawn_wide,
    "tall": drawn_tall,
}


@lru_cache(maxsize=16)
def mind_map_picture(
    body: str, layout: Layout, language: str, *, title: str | None = None, done: frozenset[str] = frozenset()
) -> str:
    """The picture of a mind map as `/v1/activity-mind-map` gives it in one language: SVG; of one activity, with its
    title, and a tick at each step that is done."""
    sketch = sketch_of(json.loads(body), title, done)
    layers = layered(sketch.steps, sketch.links)
    size, drawn = _DRAWN[layout](sketch, layers, language)
    part = min(1.0, PRINTABLE[0] / size[0], PRINTABLE[1] / size[1]) if layout == "wide" else 1.0
    name = STEP_BY_STEP.words(language, {"root": sketch.title})
    return document(size, (size[0] * part, size[1] * part), language, name, _told(sketch, layers, language), drawn)


def _told(sketch: Sketch, layers: Layers, language: str) -> str:
    """The steps in order, in words: for who does not see the picture."""
    order = [sketch.steps[key] for row in layers.rows for key in row if key in sketch.steps]
    return "\n".join(" ".join(_step(number, step, sketch, language)) for number, step in enumerate(order, 1))


def _step(number: int, step: Step, sketch: Sketch, language: str) -> Iterator[str]:
    yield f"{number}. {step.label.rstrip('.')}{'' if step.label.endswith('?') else '.'} {step.prompt}"
    if step.is_done:
        yield f"{DONE.words(language).capitalize()}."
    firm = [link for link in sketch.links if link.firm]
    loose = [link for link in sketch.links if not link.firm]
    for said, links in ((THEN, firm), (HELPS, loose), (AGAIN, sketch.returns)):
        yield from _leading(said, [link for link in links if link.origin == step.key], sketch, language)


def _leading(said: Message, links: list[Link], sketch: Sketch, language: str) -> Iterator[str]:
    if links:
        labels = ", ".join(sketch.steps[link.target].label.rstrip("? \u00a0") for link in links)
        yield said.words(language, {"steps": labels})
