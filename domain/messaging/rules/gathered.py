"""What events say has to be looked at of activities, ideas and visits; like `happened`, they only point."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from domain.kernel.events import Event


class Who(NamedTuple):
    """Somebody, a guardian or a student, in one activity."""

    activity_id: UUID
    who: UUID


class Lost(NamedTuple):
    """Their moment fell away, and their sign-up with it."""

    occasion: str
    starts_at: str


@dataclass(slots=True)
class Gathered:
    """By what it is about: id -> the event, as the occasion of what is told."""

    asked: dict[UUID, str] = field(default_factory=dict)
    """Activities about which families are asked what they would like."""
    invited: dict[UUID, str] = field(default_factory=dict)
    changed: dict[UUID, str] = field(default_factory=dict)
    """Activities whose moments changed."""
    moved: set[str] = field(default_factory=set)
    """Moments at another time or place."""
    cancelled: dict[UUID, str] = field(default_factory=dict)
    signed_up: dict[UUID, str] = field(default_factory=dict)
    moved_up: dict[UUID, str] = field(default_factory=dict)
    """Sign-ups for which there is a place now, or at another moment."""
    lost: dict[Who, Lost] = field(default_factory=dict)
    answered: dict[UUID, str] = field(default_factory=dict)
    reported: dict[UUID, str] = field(default_factory=dict)
    """Ideas of which the school told what it did with them."""
    visits: dict[UUID, str] = field(default_factory=dict)

    @property
    def activities(self) -> set[UUID]:
        return {*self.asked, *self.invited, *self.altered, *self.cancelled}

    @property
    def altered(self) -> dict[UUID, str]:
        """That a moment fell away may be read before the change that it was part of."""
        return {who.activity_id: lost.occasion for who, lost in self.lost.items()} | self.changed

    @property
    def places(self) -> dict[UUID, str]:
        return self.signed_up | self.moved_up

    @property
    def ideas(self) -> dict[UUID, str]:
        return self.answered | self.reported


_PLACES = {
    "activity.asked": "asked",
    "activity.invited": "invited",
    "activity.moment_changed": "changed",
    "activity.cancelled": "cancelled",
    "activity_sign_up.made": "signed_up",
    "activity_sign_up.moved_up": "moved_up",
    "activity_sign_up.moved": "moved_up",
    "activity_idea.answered": "answered",
    "activity_idea.reported_back": "reported",
    **{f"home_visit.{deed}": "visits" for deed in ("asked", "agreed", "refused", "planned", "withdrawn", "cancelled")},
}


def what_gathered(events: Iterable[Event]) -> Gathered:
    """Of several events about the same thing the last one is the occasion."""
    found = Gathered()
    for event in events:
        if event.type == "activity_sign_up.lost":
            who = UUID(event.data.get("guardian_id") or event.data["student_id"])
            found.lost[Who(UUID(event.data["activity_id"]), who)] = Lost(str(event.id), event.data["starts_at"])
        elif (place := _PLACES.get(event.type)) is not None:
            getattr(found, place)[event.resource_id] = str(event.id)
        if "moved" in event.data:
            found.moved.add(event.data["moment_id"])
    return found
