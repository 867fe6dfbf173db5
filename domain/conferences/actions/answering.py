"""When a family can: said by itself, by the school on its behalf, or with a one-time link."""

from uuid import UUID

from domain.conferences.actions.checking import sessions_of
from domain.conferences.actions.looking import ROUND_BROKEN
from domain.conferences.actions.telling import tell_family
from domain.conferences.models.families import AvailabilityFields, ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import FamilyStatus, Via
from domain.conferences.queries.family_of import get_family
from domain.conferences.rules.states import Deed
from domain.conferences.rules.windows import check_available
from domain.kernel import clock
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession


async def answer(session: SchoolSession, family_id: UUID, fields: AvailabilityFields, version: int) -> None:
    """Keep when a family can, in place of what was said before; who entered it is kept too. Late is welcome.

    Raises:
        NotFound, Stale. Conflict: `wrong_state`. Invalid: pointing at the windows outside the sessions.
    """
    found = await get_family(session, family_id, Deed.ANSWER, version)
    via = Via.APP if found.seen.by_family else Via.STAFF
    await keep_answer(session, found.family, found.round_, fields, via)


async def keep_answer(
    session: SchoolSession, family: ConferenceFamily, round_: ConferenceRound, fields: AvailabilityFields, via: Via
) -> None:
    """
    Raises:
        Invalid: pointing at the windows outside the sessions.
    """
    sessions = await sessions_of(session, round_)
    warnings_of(check_available(fields.available, fields.preferred, sessions), ROUND_BROKEN)
    family.take(fields)
    family.status, family.answered_at, family.entered_via = FamilyStatus.ANSWERED, clock.now(), via
    family.entered_by_staff_id = session.principal.staff_id if via is Via.STAFF else None
    family.entered_by_guardian_id = session.principal.guardian_id if via is not Via.STAFF else None
    tell_family(session, "answered", family)
