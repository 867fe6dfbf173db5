"""How far the school has come with a family, and how long ago they last spoke."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.reach.models.words import Reached, Since

DAYS = {Since.MONTH: 31, Since.TERM: 92, Since.YEAR: 366}


@dataclass(frozen=True)
class Family:
    """What is known of a student's family. `met` are the kinds of contact in the period, each once."""

    student_id: UUID
    level: str
    language: str
    classes: Sequence[tuple[UUID, str]] = ()
    met: frozenset[str] = field(default_factory=frozenset)
    last_met_on: date | None = None
    invited: bool = False
    answered: bool = False


def reached(family: Family) -> Reached:
    """Any form counts, a talk at the gate too. The best that happened in the period decides."""
    if family.met:
        return Reached.SPOKEN_WITH
    if family.answered:
        return Reached.INVITED_NOT_MET
    return Reached.NEVER_ANSWERED if family.invited else Reached.NEVER_INVITED


def since(family: Family, day: date) -> Since:
    """How long before this day the school last spoke with the family."""
    if family.last_met_on is None:
        return Since.LONGER
    ago = (day - family.last_met_on).days
    return next((one for one, most in DAYS.items() if ago <= most), Since.LONGER)
