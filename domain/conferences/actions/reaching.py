"""Reaching a family that did not answer, and what it is offered instead (R10)."""

from uuid import UUID

from domain.conferences.actions.telling import tell_family
from domain.conferences.models.reaching import AlternativeFields, Attempt
from domain.conferences.models.words import FamilyStatus
from domain.conferences.queries.family_of import get_family
from domain.conferences.rules.states import Deed
from domain.kernel import clock
from domain.kernel.session import SchoolSession

MOST_KEPT = 20


async def try_otherwise(session: SchoolSession, family_id: UUID, attempt: Attempt) -> None:
    """Note that the school tried another way. An answer that is there stays what it is.

    Raises:
        NotFound. Forbidden: for the family itself. Conflict: `wrong_state`.
    """
    found = await get_family(session, family_id, Deed.REACH)
    found.seen.ensure_team()
    family, tried = found.family, {**attempt.model_dump(mode="json"), "at": clock.now().isoformat()}
    family.attempts = [*family.attempts, tried][-MOST_KEPT:]
    if family.status != FamilyStatus.ANSWERED:
        family.status = FamilyStatus.ASKED if attempt.reached else FamilyStatus.UNREACHED
    tell_family(session, "attempted", family)


async def offer_alternative(session: SchoolSession, family_id: UUID, fields: AlternativeFields) -> None:
    """By phone, at home, or on another day.

    Raises:
        NotFound. Forbidden: for the family itself. Conflict: `wrong_state`.
    """
    found = await get_family(session, family_id, Deed.REACH)
    found.seen.ensure_team()
    found.family.alternative = fields.alternative
    tell_family(session, "alternative_offered", found.family)
