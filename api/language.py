"""Which of our languages the reader wants."""

from functools import lru_cache

from domain.kernel.text import FIRST, LANGUAGES, Language


@lru_cache(maxsize=512)
def negotiated(accept_language: str, among: tuple[Language, ...] = LANGUAGES) -> Language:
    """The best of these languages for an `Accept-Language` header; Dutch when none fits."""
    wanted = sorted((_ranked(part) for part in accept_language[:500].split(",")), key=lambda pair: -pair[0])
    for weight, tag in wanted:
        for language in among:
            if weight > 0 and tag.partition("-")[0] == language:
                return language
    return FIRST


def _ranked(part: str) -> tuple[float, str]:
    tag, _, parameter = part.strip().lower().partition(";")
    try:
        return float(parameter.strip().removeprefix("q=") or 1), tag.strip()
    except ValueError:
        return 0.0, tag
