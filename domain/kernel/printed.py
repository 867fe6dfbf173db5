"""The words of `seed_content/printing/`: what pages and messages say of themselves, in every language."""

from functools import cache
from typing import Any

import yaml

from domain.kernel.folders import beside_code_or_here


@cache
def printed_words(name: str) -> dict[str, Any]:
    """The whole of one file, such as `times`."""
    file = beside_code_or_here("seed_content") / "printing" / f"{name}.yaml"
    words: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return words
