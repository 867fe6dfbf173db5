"""The root of the mind map, from which its steps grow."""

from xml.etree.ElementTree import Element

from domain.catalogue.drawing.lettering import width, wrapped
from domain.catalogue.drawing.svg import Box, element, group, written

HEIGHT = 42.0
SIZE = 19


def root(title: str, room: Box) -> Element:
    """The title on a dark ground, in the middle of its room: its first line, when it has more."""
    first, *more = wrapped(title, room.width - 2 * HEIGHT, SIZE, bold=True)
    title = f"{first} …" if more else first
    wide = min(room.width, width(title, SIZE, bold=True) + HEIGHT)
    left = room.middle - wide / 2
    ground = element("rect", x=left, y=room.top, width=wide, height=HEIGHT, rx=HEIGHT / 2, fill="#263a52")
    words = written(
        title, room.middle, room.top + HEIGHT / 2 + 6.5, SIZE, fill="#ffffff", font_weight="bold", text_anchor="middle"
    )
    return group([ground, words])
