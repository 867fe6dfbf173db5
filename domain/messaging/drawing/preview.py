"""A preview as a picture: a bar for each way, as long as there are families to whom it leads."""

from collections.abc import Iterator

from domain.kernel.svg import INK, SOFT, Block, at, document, element, line, paragraph, stacked
from domain.messaging.drawing.words import NO_WAY, NOBODY, TITLE, TOLD
from domain.messaging.models.previews import Preview
from domain.plans.words import name_of

NAME, LONGEST, NUMBER = 150, 260, 50
ACROSS = NAME + LONGEST + NUMBER
ROW, BAR, SIZE, MARGIN = 26, 18, 12, 10
FILL, OPEN = "#cfe6bd", "#ffffff"

Way = tuple[str, int, str]
"""What it is called, how many families, and the colour of its bar."""


def preview_picture(preview: Preview, language: str) -> str:
    """The SVG document."""
    ways, totals = list(_ways(preview, language)), preview.totals
    title = TITLE.words(language)
    counted = TOLD.words(language, {"families": totals.families, "people": totals.people})
    heading = paragraph(title, ACROSS, 16, 2, fill=INK, font_weight="bold")
    below = paragraph(counted, ACROSS, SIZE, 3, fill=SOFT)
    bars = _bars(ways) if ways else paragraph(NOBODY.words(language), ACROSS, SIZE, fill=INK)
    told = [counted, *(f"{name}: {number}." for name, number, _ in ways)]
    whole = stacked(heading, bars, below, gap=10)
    return document(whole, MARGIN, language, title=title, told=" ".join(told), of=preview.kind)


def _ways(preview: Preview, language: str) -> Iterator[Way]:
    """What leads to most families first; where none leads stands last, with an empty bar."""
    for channel, number in preview.totals.by_channel.items():
        yield name_of(channel, language), number, FILL
    if preview.totals.unreached_families:
        yield NO_WAY.words(language), preview.totals.unreached_families, OPEN


def _bars(ways: list[Way]) -> Block:
    most = max(number for _, number, _ in ways)
    drawn = "".join(at(0, ROW * place, _bar(way, most)) for place, way in enumerate(ways))
    return Block(ACROSS, ROW * len(ways), drawn)


def _bar(way: Way, most: int) -> str:
    name, number, fill = way
    length = max(2.0, LONGEST * number / most)
    bar = element("rect", x=NAME, y=(ROW - BAR) / 2, width=length, height=BAR, fill=fill, stroke=INK)
    middle = ROW / 2 + SIZE * 0.36
    said = line(name, NAME - 8, middle, SIZE, fill=INK, text_anchor="end")
    return said + bar + line(str(number), NAME + length + 6, middle, SIZE, fill=INK)
