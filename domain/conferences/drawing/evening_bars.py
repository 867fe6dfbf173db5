"""The bars of an evening. A talk is a full bar with a name, one at a distance has cut corners, one with an interpreter
a flag, a break is hatched, free time has a dashed edge."""

from datetime import datetime, timedelta
from typing import NamedTuple

from domain.catalogue.models.words import Channel
from domain.conferences.drawing.evening_told import Telling
from domain.conferences.models.timetables.read import EveningPerson, EveningTalk, SessionRead, Span
from domain.kernel.svg import INK, PAPER, SOFT, at, element, line, words

ROW, BAR = 28, 22
MINUTE = 3.6
"""Pixels of a minute: a name of some letters fits into ten."""
FAINT, FILL = "#c9d1cc", "#dfe9e2"


class Axis(NamedTuple):
    """The time of a session, on the school's clock."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, session: SessionRead) -> "Axis":
        """From the first to the last minute."""
        return cls(datetime.fromisoformat(session.local_start), datetime.fromisoformat(session.local_end))

    @property
    def width(self) -> float:
        return self.x(self.end)

    def x(self, moment: datetime) -> float:
        """Where a moment stands."""
        return (moment - self.start) / timedelta(minutes=1) * MINUTE

    def place(self, span: Span) -> tuple[float, float]:
        """Where something begins, and how wide it is."""
        first, last = (datetime.fromisoformat(moment) for moment in (span.local_start, span.local_end))
        return self.x(first), self.x(last) - self.x(first)


def scale(axis: Axis, height: float) -> str:
    """Lines at each quarter of an hour, with the time at each half."""
    quarter = timedelta(minutes=15)
    moment = axis.start + timedelta(minutes=-axis.start.minute % 15)
    drawn = ""
    while moment <= axis.end:
        is_half = moment.minute % 30 == 0
        x = axis.x(moment)
        drawn += element("path", d=f"M{x:.1f} 0V{height:.0f}", stroke=SOFT if is_half else FAINT, stroke_width=0.6)
        drawn += line(f"{moment:%H:%M}", x, -4, 10, fill=INK, text_anchor="middle") if is_half else ""
        moment += quarter
    return drawn


def bars(one: EveningPerson, axis: Axis, telling: Telling) -> str:
    """All of somebody's evening."""
    return "".join(_bar(span, axis, telling, one) for span in telling.parts(one))


def _bar(span: Span, axis: Axis, telling: Telling, one: EveningPerson) -> str:
    """With its words for who points at it."""
    x, width = axis.place(span)
    is_break = span in one.breaks
    drawn = _talk(span, width) if isinstance(span, EveningTalk) else sign("break" if is_break else "free", width)
    return at(x, 0, element("title", words(telling.part(span, is_break=is_break))) + drawn)


def sign(kind: str, width: float) -> str:
    """The shape that stands for this kind of time, so wide."""
    y, edge = (ROW - BAR) / 2, {"stroke": INK, "stroke_width": 1}
    if kind == "free":
        return element("rect", x=1, y=y, width=width - 2, height=BAR, fill=PAPER, stroke=SOFT, stroke_dasharray="3 3")
    if kind == "break":
        lines = "".join(f"M{x} {y + BAR}L{x + 8} {y}" for x in range(1, max(2, int(width) - 8), 6))
        return element("path", d=lines, stroke=SOFT, stroke_width=1, fill="none")
    if kind == "away":
        cut = f"M7 {y}H{width - 1:.1f}V{y + BAR - 6}L{width - 7:.1f} {y + BAR}H1V{y + 6}z"
        return element("path", d=cut, fill=PAPER, **edge)
    bar = element("rect", x=1, y=y, width=width - 2, height=BAR, fill=FILL, **edge)
    return bar + _flag(width) if kind == "interpreted" else bar


def _flag(width: float) -> str:
    return element("path", d=f"M{width - 10:.1f} {(ROW - BAR) / 2}h9v9z", fill=INK)


def _talk(talk: EveningTalk, width: float) -> str:
    is_away = talk.channel != Channel.IN_PERSON
    shape = sign("away" if is_away else "talk", width) + (_flag(width) if talk.interpreter_language else "")
    letters = int((width - 5) / 5.4)
    name = ", ".join(talk.families)[: letters or 1]
    return shape + line(name, width / 2, ROW / 2 + 3.5, 9, fill=INK, text_anchor="middle")
