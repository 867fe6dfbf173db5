"""Days as people say them."""

from datetime import date
from functools import cache
from typing import Any

import yaml

from domain.kernel.folders import beside_code_or_here
from domain.kernel.text import pick


@cache
def _times() -> dict[str, Any]:
    return yaml.safe_load((beside_code_or_here("seed_content") / "printing" / "times.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


def times_in(language: str) -> dict[str, Any]:
    """Names of days and months in a language, and how a time is said."""
    return {name: pick(said, language) for name, said in _times().items()}


def day_in_words(on: date, language: str) -> str:
    """Such as `15 september 2026`."""
    times = times_in(language)
    number = times["first_of_month"] if on.day == 1 else on.day
    return str(times["day"]).format(day=number, month=times["months"][on.month - 1], year=on.year)
