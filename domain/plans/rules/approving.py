"""When the plan as a whole is agreed (R06)."""

from collections.abc import Collection
from uuid import UUID

from domain.conversations.rules.wording import unless
from domain.kernel.errors import Message
from domain.kernel.rule import Finding, Rule
from domain.plans.models.words import Party
from domain.plans.rules.voices import Voice

NOTHING_AGREED = Rule(
    "nothing_agreed_yet",
    "Er staat nog geen afspraak in het plan.",
    "Le plan ne contient pas encore d'accord.",
    "There is no agreement in the plan yet.",
    number="R06",
    source=("J",),
)
NOT_AGREED = Message(
    "plan_not_agreed",
    "Terugkijken kan pas als het plan afgesproken is.",
    "On ne peut faire le point qu'une fois le plan convenu.",
    "Looking back is possible once the plan is agreed.",
)


def check_something_agreed(voice: Voice, agreed_with: Collection[UUID | None]) -> list[Finding]:
    """Nobody says yes to nothing; a guardian knows of their own agreements and the student's only (R17).

    Args:
        agreed_with: of each agreement the guardian it is with, None when it is with the student.
    """
    seen = {None, voice.guardian_id} if voice.party is Party.GUARDIAN else set(agreed_with)
    return unless(bool(seen.intersection(agreed_with)), NOTHING_AGREED.broken())


def is_agreed(parties: Collection[Party]) -> bool:
    """The student, a guardian and the teacher said yes."""
    return set(parties) == set(Party)
