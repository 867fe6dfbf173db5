"""Reach as a picture: a bar for each group of families, divided in four; order and numbers say it without colour."""

from domain.kernel.svg import INK, SOFT, Block, at, document, element, line, paragraph, stacked
from domain.reach.drawing.words import GROUPS, MERGED, NOTHING, PERIOD, ROW, TITLE, named
from domain.reach.models.reads import ReachRead, ReachRow
from domain.reach.models.words import Reached

NAME, LONGEST, NUMBER = 170, 380, 50
ACROSS = NAME + LONGEST + NUMBER
HEIGHT, BAR, SIZE, MARGIN = 30, 20, 12, 10
NARROWEST = 22
"""From here on a number fits in its part."""
FILLS = dict(zip(Reached, ("#4f8f5b", "#a9d08e", "#f3d98b", "#ffffff"), strict=True))
INKS = dict(zip(Reached, ("#ffffff", INK, INK, INK), strict=True))


def reach_picture(found: ReachRead, language: str) -> str:
    """The SVG document."""
    title = TITLE.words(language)
    period = PERIOD.words(language, {"since": f"{found.since:%d/%m/%Y}", "until": f"{found.until:%d/%m/%Y}"})
    below = [found.says, *([MERGED.words(language)] if found.small_groups_merged else [])]
    heading = paragraph(title, ACROSS, 16, 2, fill=INK, font_weight="bold")
    bars = _bars(found.rows, language) if found.rows else paragraph(NOTHING.words(language), ACROSS, SIZE, fill=INK)
    sentences = [paragraph(said, ACROSS, SIZE, 3, fill=SOFT) for said in below]
    when = paragraph(period, ACROSS, SIZE, 2, fill=SOFT)
    whole = stacked(heading, when, _legend(language), bars, *sentences, gap=10)
    told = [period, *(_told(row, language) for row in found.rows), *below]
    return document(whole, MARGIN, language, title=title, told=" ".join(told), of=found.by)


def _legend(language: str) -> Block:
    parts = [
        at(
            ACROSS / 2 * (place % 2),
            20 * (place // 2),
            element("rect", y=2, width=12, height=12, fill=FILLS[group], stroke=INK)
            + line(said.words(language), 18, 12, SIZE, fill=INK),
        )
        for place, (group, said) in enumerate(GROUPS.items())
    ]
    return Block(ACROSS, 40, "".join(parts))


def _bars(rows: list[ReachRow], language: str) -> Block:
    most = max(row.families for row in rows)
    drawn = "".join(at(0, HEIGHT * place, _bar(row, most, language)) for place, row in enumerate(rows))
    return Block(ACROSS, HEIGHT * len(rows), drawn)


def _bar(row: ReachRow, most: int, language: str) -> str:
    top, middle, x = (HEIGHT - BAR) / 2, HEIGHT / 2 + SIZE * 0.36, float(NAME)
    parts = [line(named(row, language), NAME - 8, middle, SIZE, fill=INK, text_anchor="end")]
    for group in Reached:
        count = getattr(row, str(group))
        width = LONGEST * count / most
        if count:
            parts.append(element("rect", x=x, y=top, width=width, height=BAR, fill=FILLS[group], stroke=INK))
        if count and width >= NARROWEST:
            parts.append(line(str(count), x + width / 2, middle, SIZE, fill=INKS[group], text_anchor="middle"))
        x += width
    return "".join([*parts, line(str(row.families), x + 6, middle, SIZE, fill=INK, font_weight="bold")])


def _told(row: ReachRow, language: str) -> str:
    said = "; ".join(f"{words.words(language)} {getattr(row, str(group))}" for group, words in GROUPS.items())
    return ROW.words(language, {"name": named(row, language), "families": row.families, "said": said})
