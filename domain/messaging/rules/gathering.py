"""An activity as messages look at it: its moments, and who comes to which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.activities.models.words import ActivityStatus, SignUpMode
from domain.messaging.rules.talk import Told

Moments = Mapping[str, list[str]]
"""By id: start, end and place, as JSON."""
OPEN = frozenset({ActivityStatus.IDEA, ActivityStatus.PREPARING})
"""Families can still say what they would like."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What somebody was told of it is `{"moments": ...}`: all of them, or those to which they signed up."""

    id: UUID
    status: ActivityStatus
    sign_up: SignUpMode
    moments: Moments
    coming: Mapping[UUID, frozenset[str]]
    """The moments to which somebody, a guardian or a student, signed up, those at which they wait for a place too."""
    placed: Mapping[UUID, frozenset[str]]
    """Those at which they have a place."""
    children: Mapping[UUID, UUID]
    """With whom those come who said so; a student comes as such."""

    @property
    def is_on(self) -> bool:
        return self.status is ActivityStatus.INVITED

    @property
    def begins_last_at(self) -> datetime | None:
        return max(map(start_of, self.moments.values()), default=None)

    def is_counted_on_by(self, who: UUID) -> bool:
        """They signed up, or nobody needs to."""
        return who in self.coming or self.sign_up is not SignUpMode.NEEDED

    def told_to(self, who: UUID) -> Told:
        """What they have to know of it."""
        mine = self.coming.get(who, frozenset())
        return {"moments": {id_: at for id_, at in self.moments.items() if not mine or id_ in mine}}

    def place_of(self, who: UUID) -> Told:
        """Where they have a place."""
        mine = self.placed.get(who, frozenset())
        return {"moments": {id_: at for id_, at in self.moments.items() if id_ in mine}}

    def is_so(self, told: Told) -> bool:
        """All moments are as they were told."""
        return all(self.moments.get(id_) == at for id_, at in told.get("moments", {}).items())

    def differs_for(self, who: UUID, told: Told) -> bool:
        """A moment on which they count is not as they were told. One more, or one of others, is no change."""
        mine = self.coming.get(who, frozenset(told["moments"]))
        return not self.is_so({"moments": {id_: at for id_, at in told["moments"].items() if id_ in mine}})


def start_of(moment: list[str]) -> datetime:
    return datetime.fromisoformat(moment[0])
