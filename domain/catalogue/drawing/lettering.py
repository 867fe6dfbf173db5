"""How wide words are, without knowing the reader's fonts: measured after the widest of the usual ones, so that text
that fits here fits everywhere."""

import re

_EMS = dict.fromkeys("ijlIJ '’.,|\u00a0", 0.33) | dict.fromkeys("frt-–·:;!()/«»…“”", 0.44)
_EMS |= dict.fromkeys("wABCDEGHKNOPQRSUVXYÉÈÀÇ", 0.77) | dict.fromkeys("mMW", 0.98)
_REST = 0.64
_BOLD = 1.12
"""How much wider bold letters are."""

_HELD = re.compile(r" (?=[?!:;»])|(?<=«) ")
"""Spaces of French at which no line may end."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that a line takes at this size of letters, rather too many than too few."""
    return sum(_EMS.get(character, _REST) for character in text) * size * (_BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit in so many pixels; a word that is too long for a line goes on in the next one."""
    lines = [""]
    for word in _HELD.sub("\u00a0", text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, room, size, bold=bold)
    return [line for line in lines if line]


def _broken(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word as it is, or in pieces with a hyphen after each but the last."""
    pieces = [word]
    while len(pieces[-1]) > 1 and width(pieces[-1], size, bold=bold) > room:
        rest = pieces.pop()
        fits = (end for end in range(len(rest) - 1, 1, -1) if width(f"{rest[:end]}-", size, bold=bold) <= room)
        end = next(fits, 1)
        pieces += [f"{rest[:end]}-", rest[end:]]
    return pieces
