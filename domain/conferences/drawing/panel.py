"""One value over time: steps from left to right between two scales, and a dashed line that it cannot pass."""

from typing import NamedTuple

from domain.conferences.drawing.words import figure
from domain.kernel.svg import INK, SOFT, Block, at, element, line, paragraph, stacked

ACROSS = 460
_LEFT, _HIGH, _SIZE = 44, 110, 11
_WIDE = ACROSS - _LEFT - 6
STROKE, FILL, LIMIT = "#4f7a3a", "#cfe6bd", "#8a6236"


class Panel(NamedTuple):
    """What it is called, its points (seconds, value), its scale, and its limit with what there is to say of it."""

    name: str
    points: list[tuple[float, float]]
    lowest: float
    highest: float
    limit: float | None
    said: str | None


def panel(one: Panel, language: str) -> Block:
    """The panel under its name."""
    name = paragraph(one.name, ACROSS, 13, 2, fill=INK, font_weight="bold")
    drawn = at(_LEFT, _SIZE, _frame() + _steps(one) + _limit(one)) + _scale(one, language) + _clock(one, language)
    return stacked(name, Block(ACROSS, _HIGH + 2.8 * _SIZE, drawn), gap=2)


def _x(one: Panel, seconds: float) -> float:
    return _WIDE * seconds / max(one.points[-1][0], 0.001)


def _y(one: Panel, value: float) -> float:
    return _HIGH * (1 - (value - one.lowest) / max(one.highest - one.lowest, 0.001))


def _frame() -> str:
    return element("path", d=f"M0 0V{_HIGH}H{_WIDE}", fill="none", stroke=SOFT, stroke_width=1)


def _steps(one: Panel) -> str:
    """A value holds until there is a better one."""
    (first, value), *rest = one.points
    way = f"M{_x(one, first):.1f} {_y(one, value):.1f}"
    way += "".join(f"H{_x(one, seconds):.1f}V{_y(one, better):.1f}" for seconds, better in rest) + f"H{_WIDE}"
    below = element("path", d=f"{way}V{_HIGH}H{_x(one, first):.1f}z", fill=FILL, fill_opacity=0.6)
    here = element("circle", cx=_WIDE, cy=_y(one, one.points[-1][1]), r=3.5, fill=STROKE)
    return below + element("path", d=way, fill="none", stroke=STROKE, stroke_width=2, stroke_linejoin="round") + here


def _limit(one: Panel) -> str:
    """The line, and in the corner where the steps leave room what it says."""
    if one.limit is None:
        return ""
    y = _y(one, one.limit)
    pen = {"stroke": LIMIT, "stroke_width": 1.5, "stroke_dasharray": "6 4"}
    dashes = element("path", d=f"M0 {y:.1f}H{_WIDE}", **pen)
    if one.said is None:
        return dashes
    sample = element("path", d=f"M{_WIDE - 30} 14H{_WIDE}", **pen)
    return dashes + sample + line(one.said, _WIDE - 36, 14 + _SIZE / 3, _SIZE, fill=INK, text_anchor="end")


def _scale(one: Panel, language: str) -> str:
    """The value at the bottom and at the top."""
    ends = ((one.highest, _SIZE * 1.4), (one.lowest, _HIGH + _SIZE))
    return "".join(
        line(figure(round(value), language), _LEFT - 5, y, _SIZE, fill=SOFT, text_anchor="end") for value, y in ends
    )


def _clock(one: Panel, language: str) -> str:
    y, last = _HIGH + 2.4 * _SIZE, f"{figure(one.points[-1][0], language)} s"
    end = line(last, _LEFT + _WIDE, y, _SIZE, fill=SOFT, text_anchor="end")
    return end + line("0 s", _LEFT, y, _SIZE, fill=SOFT)
