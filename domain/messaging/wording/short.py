"""A message in 300 characters."""

from collections.abc import Iterable, Mapping

from domain.messaging.wording.cleaning import clipped
from domain.messaging.wording.filling import filled

MOST = 300
_WIDTHS = (60, 40, 24, 12)
_WHOLE = {"when", "count", "offered", "until", "answer_by", "starts_on", "expected", "answer", "minutes"}
"""What is of no use in part."""


def shortened(sentences: Iterable[str], values: Mapping[str, str]) -> str:
    """All sentences, names clipped as far as needed; of what is still too long, who it is from and how to answer."""
    templates = list(sentences)
    for width in _WIDTHS:
        told = _told(templates, values, width)
        if len(" ".join(told)) <= MOST:
            return " ".join(told)
    return clipped(f"{told[0]} {values['answer']}", MOST)


def _told(templates: list[str], values: Mapping[str, str], width: int) -> list[str]:
    narrow = {name: words if name in _WHOLE else clipped(words, width) for name, words in values.items()}
    return [said for template in templates if (said := filled(template, narrow))]
