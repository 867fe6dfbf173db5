"""When a conversation starts and ends (R16)."""

from datetime import datetime

from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

GRID_MINUTES = 5

ENDS_BEFORE_START = Rule(
    "ends_before_start",
    "Het gesprek moet eindigen nadat het begonnen is.",
    "L'entretien doit se terminer après avoir commencé.",
    "The conversation must end after it has started.",
    number="R16",
    source=("J",),
)
OFF_THE_GRID = Rule(
    "off_the_grid",
    "Een gesprek begint op een veelvoud van {grid} minuten en eindigt op een hele minuut.",
    "Un entretien commence à un multiple de {grid} minutes et se termine à une minute entière.",
    "A conversation starts at a multiple of {grid} minutes and ends on a whole minute.",
    number="R16",
    source=("J",),
)


def check_grid(facts: ConversationFacts) -> list[Finding]:
    """The start stands on the grid of the claims (R16); the end need not, since some talks take 8 minutes."""
    if facts.ends_at <= facts.starts_at:
        return [ENDS_BEFORE_START.broken("/ends_at")]
    grid = {"grid": GRID_MINUTES}
    start_stands = _is_whole_minute(facts.starts_at) and facts.starts_at.minute % GRID_MINUTES == 0
    return unless(start_stands, OFF_THE_GRID.broken("/starts_at", **grid)) + unless(
        _is_whole_minute(facts.ends_at), OFF_THE_GRID.broken("/ends_at", **grid)
    )


def _is_whole_minute(moment: datetime) -> bool:
    return moment.second == moment.microsecond == 0
