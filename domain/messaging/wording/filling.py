"""Templates and their placeholders. What is filled in is never read as a template again."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")


def placeholders(template: str) -> set[str]:
    """The names of `{these}`; an empty one is named, so that it is refused as unknown."""
    return set(_PLACEHOLDER.findall(template))


def filled(template: str, values: Mapping[str, str]) -> str | None:
    """The template with its values, or None when one of them is not there."""
    if placeholders(template) - values.keys():
        return None
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)
