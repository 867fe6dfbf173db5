"""Under which name a file is kept."""

from urllib.parse import quote


def disposition(name: str, title: str, *, attached: bool = False) -> str:
    """Shown in the browser, or kept at once; under its title where RFC 6266 is known, else under its key, in ASCII."""
    stem, _, ending = name.rpartition(".")
    how = "attachment" if attached else "inline"
    return f"{how}; filename=\"{stem}.{ending}\"; filename*=UTF-8''{quote(title, safe='')}.{ending}"
