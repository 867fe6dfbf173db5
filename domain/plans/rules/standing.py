"""What somebody is to the student of a plan."""

from dataclasses import dataclass
from uuid import UUID

from domain.kernel.errors import FORBIDDEN, Forbidden


@dataclass(frozen=True)
class Standing:
    """What somebody is to the student of a plan."""

    staff: bool
    teacher: bool
    guardian_id: UUID | None
    """Their own id, when they have part in the plan as a guardian."""
    student: bool

    @property
    def sees_plan(self) -> bool:
        return self.staff or self.student or self.guardian_id is not None


def check_staff(standing: Standing) -> None:
    """
    Raises:
        Forbidden: for families; what the school writes is the school's.
    """
    if not standing.staff:
        raise Forbidden(FORBIDDEN)
