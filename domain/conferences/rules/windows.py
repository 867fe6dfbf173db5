"""When people can: inside the sessions of a round (R09)."""

from collections.abc import Sequence

from domain.conferences.models.windows import Window
from domain.kernel.rule import Finding, Rule

OUTSIDE_SESSIONS = Rule(
    "outside_sessions",
    "Dit valt buiten de momenten van deze ronde.",
    "Ceci tombe en dehors des moments de cette série.",
    "This lies outside the moments of this round.",
    number="R09",
)
OUTSIDE_AVAILABLE = Rule(
    "outside_available",
    "Dit valt buiten de tijden waarop je kunt.",
    "Ceci tombe en dehors des moments où vous êtes libre.",
    "This lies outside the times when you can come.",
    number="R09",
)


def check_inside(
    windows: Sequence[Window], wider: Sequence[Window], pointer: str, rule: Rule = OUTSIDE_SESSIONS
) -> list[Finding]:
    """Each window lies in one of the wider ones."""
    inside = enumerate(any(window.lies_in(one) for one in wider) for window in windows)
    return [rule.broken(f"{pointer}/{number}") for number, holds in inside if not holds]


def check_available(
    available: Sequence[Window], preferred: Sequence[Window], sessions: Sequence[Window]
) -> list[Finding]:
    """What a family says: available within the sessions, preferred within what is available."""
    return check_inside(available, sessions, "/available") + check_inside(
        preferred, available, "/preferred", OUTSIDE_AVAILABLE
    )
