"""How long a text may be: a reader gives each its place on a screen, a card or a sheet of paper."""

from collections.abc import Iterator, Mapping

from domain.seeding.entries import Flaw
from domain.seeding.proofreading.sheets import Sheet
from domain.seeding.walk import field_of

LABEL, LINE, NOTE, LEAD, TEXT = 60, 120, 200, 400, 700

LONGEST: Mapping[str, Mapping[str, int]] = {
    "sources": {"title": LINE},
    "meeting-types": {
        "name": LABEL,
        "purpose": NOTE,
        "why": LEAD,
        "text": NOTE,
        "note": NOTE,
        "guidance": NOTE,
    },
    "development-domains": {"name": LABEL, "description": NOTE},
    "scales": {"name": LABEL, "question": LINE, "label": LABEL, "description": LINE, "caution": LEAD},
    "activity-mind-map": {"label": LABEL, "prompt": LINE},
    "materials": {"title": LINE, "description": NOTE},
    "tips": {"title": LINE, "text": TEXT},
    "questions": {"use": NOTE},
    "checklists": {"title": LINE, "intro": LEAD, "text": NOTE, "example": NOTE, "tip": NOTE},
    "demo": {"name": LABEL},
}
"""Characters, in each language, by shelf and field. The question itself is measured by R37."""


def too_long(sheet: Sheet) -> Iterator[Flaw]:
    """Texts beyond their length."""
    for place, node in sheet.entry.parts:
        longest = LONGEST.get(sheet.shelf, {}).get(field_of(place))
        if longest and isinstance(node, str) and len(node) > longest:
            yield sheet.entry.flaw(place, f"This has {len(node)} characters; there is room for {longest}.")
