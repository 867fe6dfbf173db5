"""Which of our languages the reader wants."""

from functools import lru_cache

from domain.kernel.text import FIRST, LANGUAGES, OWN_LANGUAGES, Language


def negotiated(accept_language: str, among: tuple[Language, ...] = LANGUAGES) -> Language:
    """The best of these languages for an `Accept-Language` header; Dutch when none fits."""
    return _best(accept_language, among) or FIRST


def preferred(accept_language: str) -> Language:
    """The best for documents of which not every text is there in every language: who reads French beside Arabic gets
    all of it in French, who names Arabic alone gets Arabic where it is there, and Dutch elsewhere."""
    return _best(accept_language, OWN_LANGUAGES) or negotiated(accept_language)


def content_language(language: str) -> str:
    """What such a document is in."""
    return language if language in OWN_LANGUAGES else f"{language}, {FIRST}"


@lru_cache(maxsize=512)
def _best(accept_language: str, among: tuple[Language, ...]) -> Language | None:
    wanted = sorted((_ranked(part) for part in accept_language[:500].split(",")), key=lambda pair: -pair[0])
    for weight, tag in wanted:
        for language in among:
            if weight > 0 and tag.partition("-")[0] == language:
                return language
    return None


def _ranked(part: str) -> tuple[float, str]:
    tag, _, parameter = part.strip().lower().partition(";")
    try:
        return float(parameter.strip().removeprefix("q=") or 1), tag.strip()
    except ValueError:
        return 0.0, tag
