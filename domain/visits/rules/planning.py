"""When a visit may be planned, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.conversations.rules.grid import GRID_MINUTES, OFF_THE_GRID
from domain.conversations.rules.home_visits import HOME_VISIT_VISITORS, MOST_VISITORS
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

NOT_CHOSEN = Rule(
    "home_visit_not_chosen",
    "Het gezin kiest dag en uur. Plan het bezoek binnen een moment dat het koos.",
    "La famille choisit le jour et l'heure. Placez la visite dans un moment qu'elle a choisi.",
    "The family chooses day and hour. Plan the visit inside a moment that it chose.",
    number="R29",
    source=("S", "J"),
)


@dataclass(frozen=True)
class Window:
    """Half open."""

    starts_at: datetime
    ends_at: datetime

    def holds(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at <= starts_at and ends_at <= self.ends_at


@dataclass(frozen=True)
class Plan:
    """A visit as it is about to be planned."""

    starts_at: datetime
    minutes: int
    windows: Sequence[Window]
    staff_ids: Sequence[UUID]

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


def check_plan(plan: Plan) -> list[Finding]:
    """At most two visitors, on the grid of the claims, inside a moment of the family (R16, R29)."""
    few = len(set(plan.staff_ids)) <= MOST_VISITORS
    chosen = any(window.holds(plan.starts_at, plan.ends_at) for window in plan.windows)
    return [
        *unless(few, HOME_VISIT_VISITORS.broken("/staff_ids", most=MOST_VISITORS)),
        *unless(_on_the_grid(plan.starts_at), OFF_THE_GRID.broken("/starts_at", grid=GRID_MINUTES)),
        *unless(chosen, NOT_CHOSEN.broken("/starts_at")),
    ]


def _on_the_grid(moment: datetime) -> bool:
    return moment.timestamp() % (GRID_MINUTES * 60) == 0
