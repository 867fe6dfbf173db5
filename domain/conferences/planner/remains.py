"""What a planner that broke left on its standard error, without what it was working on."""

import re
from typing import IO

_LAST = 1 << 16
_PLACE = re.compile(r'^  File ".*?([^/"]+/[^/"]+)", line (\d+), in ', re.MULTILINE)
_KIND = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception|Interrupt|Exit))\b", re.MULTILINE)


def remains(said: IO[bytes]) -> str:
    """The kind of the last error and its places. Its message and the lines of code may hold values, so they stay."""
    said.seek(0, 2)
    said.seek(max(0, said.tell() - _LAST))
    text = said.read().decode(errors="replace")
    kinds, places = _KIND.findall(text), [":".join(found) for found in _PLACE.findall(text)]
    return " ".join([*kinds[-1:], *places[-6:]]) or "it left no word"
