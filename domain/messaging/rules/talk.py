"""A talk as messages look at it: who is asked, and what of it a family sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.conversations.facts import Status

Told = dict[str, Any]
"""What a message tells, as JSON: ids and times, no words."""

AHEAD = frozenset({Status.PROPOSED, Status.PLANNED})
"""It has not begun, and was not called off."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, in a round or not."""

    id: UUID
    student_id: UUID
    status: Status
    starts_at: datetime
    asked: frozenset[UUID]
    """Guardians who are asked and did not step back, and the student (by their own id) when they take part."""
    told: Told
    agreements: Mapping[str, int]
    """What was agreed there: id -> version."""
    sender_id: UUID | None
    round_id: UUID | None = None
    is_round_off: bool = False
    """The whole round was cancelled."""

    def told_to(self, who: UUID, moment: datetime) -> Told | None:
        """What somebody has to know of it; None when it does not (any longer) lie ahead of them."""
        return self.told if who in self.asked and self.status in AHEAD and self.starts_at > moment else None

    def comes_beside(self, who: UUID) -> bool:
        """The student, beside others who are told."""
        return who == self.student_id and len(self.asked) > 1
