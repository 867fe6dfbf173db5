"""Who speaks for whom (R17)."""

from dataclasses import dataclass
from uuid import UUID

from domain.kernel.errors import NOT_FOUND, Detail, Invalid, Message, NotFound
from domain.plans.models.words import Party
from domain.plans.rules.refusal import NOT_SO
from domain.plans.rules.standing import Standing, check_staff

GUARDIAN_NEEDED = Message(
    "guardian_needed",
    "Zeg over welke ouder het gaat.",
    "Indiquez de quel parent il s'agit.",
    "Say which guardian this is about.",
)
HAS_NO_PART = Message(
    "guardian_has_no_part",
    "Deze persoon kan niet meedoen aan het plan van deze leerling.",
    "Cette personne ne peut pas participer au plan de cet élève.",
    "This person cannot take part in the plan of this student.",
)


@dataclass(frozen=True)
class Voice:
    """Whose word something is, and whether somebody of the school wrote it down for them."""

    party: Party
    guardian_id: UUID | None
    on_behalf: bool


def voice_of(standing: Standing, party: Party, guardian_id: UUID | None = None) -> Voice:
    """Who speaks: everybody for themselves, the school's staff for each.

    Raises:
        NotFound: when a guardian names another one. Forbidden: when a family speaks for somebody else.
        Invalid: when the staff does not say for which guardian.
    """
    if party is Party.GUARDIAN:
        return _guardian_voice(standing, guardian_id)
    own = standing.student if party is Party.STUDENT else standing.teacher
    if not own:
        check_staff(standing)
    return Voice(party, None, on_behalf=not own)


def _guardian_voice(standing: Standing, guardian_id: UUID | None) -> Voice:
    if standing.guardian_id is not None and guardian_id in {None, standing.guardian_id}:
        return Voice(Party.GUARDIAN, standing.guardian_id, on_behalf=False)
    if standing.guardian_id is not None and not standing.staff:
        raise NotFound(NOT_FOUND)
    check_staff(standing)
    if guardian_id is None:
        raise Invalid(NOT_SO, Detail("/guardian_id", GUARDIAN_NEEDED))
    return Voice(Party.GUARDIAN, guardian_id, on_behalf=True)
