"""What people heard of talks so far, and what was written to them that they did not hear yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Earlier
from domain.messaging.rules.talk import Told

TIMES = frozenset({MessageKind.INVITATION, MessageKind.CHANGE, MessageKind.CANCELLATION, MessageKind.ROUND_TIMES})
"""What tells of a talk that it is, and when."""


class Last(NamedTuple):
    """The last word about a talk."""

    message_id: UUID
    told: Told | None
    """None: that it does not take place."""
    of_round: bool


@dataclass(slots=True)
class Heard:
    """By talk and person."""

    last: dict[tuple[UUID, UUID], Last] = field(default_factory=dict)
    """As they heard it."""
    waiting: dict[tuple[UUID, UUID], Last] = field(default_factory=dict)
    """As it would be said next, and can be taken back."""

    def knows(self, talk_id: UUID, who: UUID) -> Told | None:
        found = self.last.get((talk_id, who))
        return found.told if found else None

    def talks_of(self, who: UUID) -> set[UUID]:
        return {talk for known in (self.last, self.waiting) for talk, person in known if person == who}

    def people_of(self, talk_id: UUID) -> set[UUID]:
        return {person for known in (self.last, self.waiting) for talk, person in known if talk == talk_id}

    def will_know(self, talk_id: UUID, who: UUID) -> Told | None:
        found = self.waiting.get((talk_id, who)) or self.last.get((talk_id, who))
        return found.told if found else None


def heard_of(earlier: Iterable[Earlier]) -> Heard:
    """Of messages in the order in which they were made."""
    found = Heard()
    for one in earlier:
        if one.kind not in TIMES:
            continue
        into = found.waiting if one.is_open else found.last
        of_round = one.kind is MessageKind.ROUND_TIMES
        for talk_id, told in _talks_in(one):
            into[talk_id, one.who] = Last(one.id, told, of_round)
    return found


def _talks_in(one: Earlier) -> list[tuple[UUID, Told | None]]:
    """None of a round whose message is so old that what it told was forgotten."""
    if one.kind is MessageKind.ROUND_TIMES:
        return [(UUID(talk), told) for talk, told in one.told.get("talks", {}).items()]
    return [(one.resource_id, None if one.kind is MessageKind.CANCELLATION else one.told)]
