"""A guardian of a student, as the rules look at one."""

from datetime import date
from uuid import UUID

from sqlmodel import SQLModel

from domain.families.models.guardianships import Relationship
from domain.families.models.restrictions import RestrictionKind
from domain.school.models.interval import Interval


class Limit(Interval):
    """A restriction of a guardian towards the student."""

    kind: RestrictionKind


class Guarding(SQLModel):
    """A guardian of the student."""

    guardian_id: UUID
    relationship: Relationship
    legal_authority: bool
    right_to_information: bool
    legal_parents_agreed_on: date | None
    has_own_conversation: bool
    restrictions: list[Limit]

    def is_kept_away(self, on: date, *kinds: RestrictionKind) -> bool:
        """A restriction of one of these kinds holds on this day."""
        return any(limit.kind in kinds and limit.starts_on <= on < limit.ends_on for limit in self.restrictions)
