"""SVG that says in words what it shows, runs nothing and fetches nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
INK = "#1b2430"

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half-way from left to right."""
        return self.left + self.width / 2

    @property
    def centre(self) -> float:
        """Half-way down."""
        return self.top + self.height / 2


def element(tag: str, text: str | None = None, /, **attributes: Any) -> Element:
    """An element; `_` in a name stands for `-`, numbers are rounded to a tenth of a pixel."""
    made = Element(tag, {name.strip("_").replace("_", "-"): _said(value) for name, value in attributes.items()})
    made.text = text
    return made


def _said(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def group(children: Iterable[Element], **attributes: Any) -> Element:
    made = element("g", **attributes)
    made.extend(children)
    return made


def written(text: str, x: float, y: float, size: float, **attributes: Any) -> Element:
    """One line of text; y is where its letters stand."""
    return element("text", text, x=float(x), y=float(y), font_size=size, **attributes)


def line(*points: Point, bend: float = 0.0, **attributes: Any) -> Element:
    """A line from point to point, with corners of this radius."""
    corners = zip(points, points[1:], points[2:], strict=False)
    rounded = [_corner(before, corner, after, bend) for before, corner, after in corners]
    return element(
        "path", d=" ".join([f"M{_at(points[0])}", *rounded, f"L{_at(points[-1])}"]), fill="none", **attributes
    )


def _corner(before: Point, corner: Point, after: Point, bend: float) -> str:
    return f"L{_at(_near(corner, before, bend))} Q{_at(corner)} {_at(_near(corner, after, bend))}"


def _near(corner: Point, other: Point, bend: float) -> Point:
    """The point of the line from the corner to the other that lies so far from the corner, or half-way."""
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = max((across**2 + down**2) ** 0.5, 0.001)
    part = min(bend / length, 0.5)
    return corner[0] + across * part, corner[1] + down * part


def _at(point: Point) -> str:
    return " ".join(_said(float(number)) for number in point)


def document(size: Point, shown: Point, language: str, title: str, about: str, children: Sequence[Element]) -> str:
    """The whole picture: `size` in its own pixels, `shown` in those of the reader."""
    box = f"0 0 {_at(size)}"
    root = element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=box, lang=language, role="img")
    root.attrib |= {"width": _said(float(shown[0])), "height": _said(float(shown[1]))}
    root.attrib |= {"font-family": FONTS, "fill": INK, "aria-labelledby": "title about"}
    SubElement(root, "title", {"id": "title"}).text = title
    SubElement(root, "desc", {"id": "about"}).text = about
    root.append(element("rect", width="100%", height="100%", fill="#ffffff"))
    root.extend(children)
    return tostring(root, encoding="unicode")
