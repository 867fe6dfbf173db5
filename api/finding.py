"""Something that was looked at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that was looked at; `mend` says what to do when it is not well."""

    what: str
    ok: bool
    mend: str = ""
