"""The score of a planning over time: talks placed above, weight left out below, with what is proven."""

from collections.abc import Callable, Iterator
from math import ceil

from domain.conferences.drawing.panel import ACROSS, Panel, panel
from domain.conferences.drawing.words import (
    AFTER,
    BEST,
    BOUND,
    GAP,
    LEFT,
    MANDATORY,
    NOTHING_YET,
    PLACED,
    TITLE,
    UNPROVEN,
    figure,
)
from domain.conferences.models.curve import CurveShown, Point
from domain.kernel.svg import INK, SOFT, document, paragraph, stacked

MARGIN = 10


def draw_curve(curve: CurveShown, language: str, of: object) -> str:
    """The picture as an SVG document; `of` is what the curve is of, so that two may stand on one page."""
    title = TITLE.words(language)
    heading = paragraph(title, ACROSS, 16, fill=INK, font_weight="bold")
    sentences = [paragraph(said, ACROSS, 12, fill=SOFT) for said in _below(curve, language)]
    whole = stacked(heading, *(panel(one, language) for one in _panels(curve, language)), *sentences, gap=8)
    return document(whole, MARGIN, language, title=title, told=" ".join(_told(curve, language)), of=of)


def _panels(curve: CurveShown, language: str) -> Iterator[Panel]:
    if not curve.points:
        return
    last = curve.points[-1]
    placed = [(point.seconds, float(point.placed)) for point in curve.points]
    left = [(point.seconds, float(point.weight_left)) for point in curve.points]
    yield Panel(_placed(last, curve, language), placed, _floor(placed, curve.talks), curve.talks, curve.talks, None)
    most = max(value for _, value in left)
    bound = curve.weight_left_at_least
    said = None if bound is None else BOUND.words(language, {"bound": bound})
    yield Panel(_left(last, language), left, 0, max(most, bound or 0, 1), bound, said)


def _floor(points: list[tuple[float, float]], most: float) -> float:
    """Where the scale begins, so that the last few talks, which are the hard ones, can be seen: a round share."""
    lowest = min(value for _, value in points)
    return most - most * min(1.0, ceil(10 * (most - lowest) / max(most, 1) + 0.01) / 10)


def _placed(point: Point, curve: CurveShown, language: str) -> str:
    return PLACED.words(language, {"placed": point.placed, "talks": curve.talks})


def _left(point: Point, language: str) -> str:
    return LEFT.words(language, {"weight_left": point.weight_left})


def _below(curve: CurveShown, language: str) -> list[str]:
    """What no line shows."""
    if not curve.points:
        return [NOTHING_YET.words(language)]
    last = curve.points[-1]
    mandatory = MANDATORY.words(language, {"mandatory_left": last.mandatory_left})
    return [*([f"{mandatory}."] if last.mandatory_left else []), _gap(curve, language)]


def _gap(curve: CurveShown, language: str) -> str:
    if curve.gap is None:
        return UNPROVEN.words(language)
    # Rounded up: a proof promises no more than it holds.
    share = ceil(1000 * curve.gap) / 10
    return GAP.words(language, {"gap": figure(share, language)}) if share else BEST.words(language)


def _told(curve: CurveShown, language: str) -> Iterator[str]:
    """The picture for who does not see it: how it began, how it ends, and what is proven."""
    lines: tuple[Callable[[Point], str], ...] = (
        lambda point: _placed(point, curve, language),
        lambda point: _left(point, language),
    )
    for point in dict.fromkeys([*curve.points[:1], *curve.points[-1:]]):
        said = "; ".join(line(point) for line in lines)
        yield AFTER.words(language, {"seconds": figure(point.seconds, language), "said": said})
    if curve.points and curve.weight_left_at_least is not None:
        yield f"{BOUND.words(language, {'bound': curve.weight_left_at_least})}."
    yield from _below(curve, language)
