"""What events say has to be looked at. They only point: what is told follows from what is so by now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from domain.kernel.events import Event

PLAN_CHANGES = frozenset({"agreed", "agreement_made", "agreement_dropped", "reviewed", "review_moved"})
"""What changes the card of an agreed plan; wishes stand on nobody's card but in what the decision does."""
OF_ONE_PARTY = frozenset({"agreement_made", "agreement_dropped"})
"""These are between the school and one of the family; the others' card stays as it is."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """Whose card of a plan changed."""

    occasion: str
    plan_id: UUID
    guardian_id: UUID | None
    is_of_all: bool


@dataclass(slots=True)
class Happened:
    """By what it is about: id -> the event, as the occasion of what is told."""

    talks: dict[UUID, str] = field(default_factory=dict)
    in_rounds: dict[UUID, UUID] = field(default_factory=dict)
    """Talks that a whole round wrote, published or called off: families hear of them together."""
    held: dict[UUID, str] = field(default_factory=dict)
    opened: dict[UUID, str] = field(default_factory=dict)
    called_off: dict[UUID, str] = field(default_factory=dict)
    offers: dict[UUID, str] = field(default_factory=dict)
    delays: dict[UUID, str] = field(default_factory=dict)
    plans: list[PlanPart] = field(default_factory=list)


def what_happened(events: Iterable[Event]) -> Happened:
    """Of several events about the same thing the last one is the occasion."""
    found = Happened()
    for event in events:
        noun, _, deed = event.type.partition(".")
        if noun == "conversation":
            _note_talk(found, event, deed)
        elif noun == "agreement":
            found.talks[UUID(event.data["conversation_id"])] = str(event.id)
        elif noun == "plan" and deed in PLAN_CHANGES:
            found.plans.append(_plan_part(event, deed))
        elif (place := _PLACES.get(event.type)) is not None:
            getattr(found, place)[event.resource_id] = str(event.id)
    return found


_PLACES = {
    "conference_round.opened": "opened",
    "conference_round.cancelled": "called_off",
    "conference_wait.offered": "offers",
    "conference_staff.late": "delays",
}


def _note_talk(found: Happened, event: Event, deed: str) -> None:
    found.talks[event.resource_id] = str(event.id)
    if "round_id" in event.data:
        found.in_rounds[event.resource_id] = UUID(event.data["round_id"])
    if deed == "completed":
        found.held[event.resource_id] = str(event.id)


def _plan_part(event: Event, deed: str) -> PlanPart:
    guardian = event.data.get("guardian_id")
    return PlanPart(str(event.id), event.resource_id, UUID(guardian) if guardian else None, deed not in OF_ONE_PARTY)
