"""Who may ask for which talk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.conferences.models.requests import TalkFields
from domain.conferences.models.windows import Window
from domain.conferences.models.words import Need
from domain.conversations.rules.company import STUDENT_DECIDES
from domain.kernel.rule import Finding, Rule

NOT_THEIR_CHILD = Rule(
    "not_their_child",
    "Over deze leerling gaat het bij dit gezin niet.",
    "Il ne s'agit pas de cet élève pour cette famille.",
    "This family is not asked about this student.",
    number="R17",
)
DOES_NOT_TEACH = Rule(
    "does_not_teach",
    "Deze collega geeft geen les aan de leerling, of doet niet mee aan deze ronde.",
    "Ce collègue n'enseigne pas à l'élève, ou ne participe pas à cette série.",
    "This colleague does not teach the student, or takes no part in this round.",
    number="R23",
)
FOR_THE_SCHOOL = Rule(
    "for_the_school_to_say",
    "Dit zegt de school. Laat het weg.",
    "C'est à l'école de le dire. Laissez ceci de côté.",
    "This is for the school to say. Leave it out.",
    number="R09",
)
NOT_IN_A_SESSION = Rule(
    "not_in_a_session",
    "Kies een begin op het rooster van {grid} minuten, zodat het hele gesprek in een moment van de ronde past.",
    "Choisissez un début sur la grille de {grid} minutes, pour que tout l'entretien tienne dans un moment de la série.",
    "Choose a start on the grid of {grid} minutes, so that the whole talk fits in a moment of the round.",
    number="R16",
)
KEPT_APART = Rule(
    "kept_apart",
    "Deze gezinnen komen niet samen. Vraag twee gesprekken.",
    "Ces familles ne viennent pas ensemble. Demandez deux entretiens.",
    "These families do not come together. Ask for two talks.",
    number="R17",
)

RISING = (Need.NOT_NEEDED, Need.WANTED, Need.MUST)
_OF_THE_SCHOOL = {"need": Need.WANTED, "minutes": None, "pinned_at": None}
"""What a family does not say, and what stands there instead."""


@dataclass(frozen=True)
class Known:
    """What is true of those who are named."""

    children: Collection[UUID]
    deciding_alone: Collection[UUID]
    teaching: Collection[UUID]
    kept_apart: bool = False


def highest(staff_need: Need | None, *, wanted_by_family: bool) -> Need:
    """A family's voice counts: what the staff does not need, a family may want; what the staff needs, must be (R09)."""
    said = [Need(staff_need)] if staff_need else []
    return max([*said, *([Need.WANTED] if wanted_by_family else [])], key=RISING.index, default=Need.NOT_NEEDED)


def check_people(known: Known, student_ids: Sequence[UUID], staff_ids: Sequence[UUID]) -> list[Finding]:
    """About children of the families, with who teaches or cares for one of them; R19 for who is of age."""
    students = [
        (STUDENT_DECIDES if one in known.deciding_alone else NOT_THEIR_CHILD).broken(f"/student_ids/{at}")
        for at, one in enumerate(student_ids)
        if one not in known.children
    ]
    staff = [DOES_NOT_TEACH.broken(f"/staff_ids/{at}") for at, one in enumerate(staff_ids) if one not in known.teaching]
    return students + staff + ([KEPT_APART.broken("/family_ids/1")] if known.kept_apart else [])


def check_said_by_family(said: Collection[str], fields: TalkFields) -> list[Finding]:
    """How much a talk is needed, how long it takes and when it is pinned, the school says."""
    return [
        FOR_THE_SCHOOL.broken(f"/{name}")
        for name, unsaid in _OF_THE_SCHOOL.items()
        if name in said and getattr(fields, name) != unsaid
    ]


def check_pinned(pinned_at: datetime | None, minutes: int, grid: int, sessions: Sequence[Window]) -> list[Finding]:
    """A talk that was agreed beforehand starts on the grid, and lies in a session (R16)."""
    if pinned_at is None:
        return []
    on_grid = pinned_at.timestamp() % timedelta(minutes=grid).total_seconds() == 0
    ends_at = pinned_at + timedelta(minutes=minutes)
    inside = any(one.starts_at <= pinned_at and ends_at <= one.ends_at for one in sessions)
    return [] if on_grid and inside else [NOT_IN_A_SESSION.broken("/pinned_at", grid=grid)]
