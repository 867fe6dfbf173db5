"""SVG, put together from elements: every text and every attribute is escaped here and nowhere else."""

import re
from textwrap import wrap
from typing import NamedTuple
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr

INK, SOFT, PAPER = "#1f2a24", "#4a564f", "#ffffff"
FONT = "system-ui, 'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif"

LETTER = 0.54
"""How wide a letter is, in parts of its size: a little more than most are, so that lines stay within their room."""

LEADING = 1.25
"""From line to line, in parts of the letters' size."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_FROM_RIGHT, _ENDS = "\u2067", "\u2069"


class Block(NamedTuple):
    """Something drawn from its own (0, 0), and the room it takes."""

    width: float
    height: float
    markup: str


def element(name: str, *children: str, **attributes: object) -> str:
    """An element around markup; `stroke_width=2` is written as `stroke-width="2"`."""
    given = "".join(f" {key.replace('_', '-')}={quoteattr(_said(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{''.join(children)}</{name}>" if children else f"<{name}{given}/>"


def words(text: str) -> str:
    """Text of people, as markup. What XML cannot hold is left out; what begins from the right is set from there."""
    said = escape(_NO_XML.sub("", text))
    return f"{_FROM_RIGHT}{said}{_ENDS}" if _begins_right(text) else said


def _begins_right(text: str) -> bool:
    first = next((direction for direction in map(bidirectional, text) if direction in {"L", "R", "AL"}), "L")
    return first != "L"


def at(x: float, y: float, markup: str) -> str:
    """The markup, moved."""
    return element("g", markup, transform=f"translate({_said(x)} {_said(y)})")


def line(text: str, x: float, y: float, size: float, **more: object) -> str:
    """One line of text; `y` is the line on which the letters stand."""
    return element("text", words(text), x=x, y=y, font_size=size, **more)


def paragraph(text: str, width: float, size: float, most: int = 99, *, centred: bool = False, **more: object) -> Block:
    """Text in at most so many lines; an ellipsis says that there is more."""
    lines = wrap(text, max(1, int(width / (size * LETTER))), max_lines=most, placeholder=" …")
    x, anchor = (width / 2, "middle") if centred else (0, "start")
    drawn = [
        line(said, x, size * (0.95 + LEADING * row), size, text_anchor=anchor, **more) for row, said in enumerate(lines)
    ]
    return Block(width, size * LEADING * len(lines), "".join(drawn))


def stacked(*blocks: Block, gap: float = 0) -> Block:
    """Blocks one under the other."""
    drawn, y = [], 0.0
    for block in blocks:
        drawn.append(at(0, y, block.markup))
        y += block.height + gap
    return Block(max((block.width for block in blocks), default=0), max(0, y - gap), "".join(drawn))


def side_by_side(*blocks: Block, gap: float = 0) -> Block:
    """Blocks one beside the other."""
    drawn, x = [], 0.0
    for block in blocks:
        drawn.append(at(x, 0, block.markup))
        x += block.width + gap
    return Block(max(0, x - gap), max((block.height for block in blocks), default=0), "".join(drawn))


def document(
    whole: Block, margin: float, language: str, *, title: str, told: str, of: object, role: str = "img"
) -> str:
    """The whole picture on paper, with what it is called and what it shows in words; `of` tells pictures of one page
    apart. In an `img` nothing else is read out; a `graphics-document` has parts that are."""
    name, description = f"title-{of}", f"told-{of}"
    return element(
        "svg",
        element("title", words(title), id=name),
        element("desc", words(told), id=description),
        element("rect", width="100%", height="100%", fill=PAPER),
        at(margin, margin, whole.markup),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {whole.width + 2 * margin:.0f} {whole.height + 2 * margin:.0f}",
        role=role,
        lang=language,
        font_family=FONT,
        **{"aria-labelledby": name, "aria-describedby": description},
    )


def _said(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else _NO_XML.sub("", str(value))
