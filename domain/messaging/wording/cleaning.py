"""What people wrote, made fit for one line: whatever it held, it breaks no header, file or page."""

import unicodedata

_BREAKS = {"Cc", "Zl", "Zp"}
_DIRECTION = {*"\u061c\u200e\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\ufeff"}
"""Marks and overrides of direction: nobody's name needs them, and they turn the words around it."""


def on_one_line(text: str) -> str:
    """Without control characters, line breaks, lone surrogates and marks of direction; spaces become one each."""
    kept = (" " if unicodedata.category(letter) in _BREAKS else letter for letter in text if _is_fit(letter))
    return " ".join("".join(kept).split())


def fit_for_header(text: str, most: int) -> str:
    """One line that is no encoded word (RFC 2047): Python decodes those in what it is given, line breaks and all."""
    return clipped(on_one_line(text).replace("=?", "= ?"), most)


def clipped(text: str, most: int) -> str:
    """At most so many characters; what was cut shows."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _is_fit(letter: str) -> bool:
    return letter not in _DIRECTION and unicodedata.category(letter) != "Cs"
