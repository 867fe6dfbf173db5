"""Who takes part: bringing families into a round, and asking them."""

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.conferences.actions.checking import check_classes
from domain.conferences.actions.rounds import get_round
from domain.conferences.actions.telling import tell_family
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.family_lists import FamiliesAdded, FamilyAddFields, Invited, InviteFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.words import FamilyStatus
from domain.conferences.queries.homes import Home, homes_of
from domain.conferences.queries.people import may_be_contacted
from domain.conferences.rules.states import Deed
from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.session import SchoolSession

NOBODY_TO_ASK = Message(
    "nobody_to_ask",
    "Hier is niemand die de school over een leerling van dit niveau mag aanspreken.",
    "Il n'y a ici personne à qui l'école peut s'adresser pour un élève de ce niveau.",
    "There is nobody here whom the school may ask about a student of this level.",
)


_MAY_BE_CONTACTED = may_be_contacted(ConferenceFamily)


async def add_families(session: SchoolSession, round_id: UUID, fields: FamilyAddFields) -> FamiliesAdded:
    """Bring in families that are not there yet. Who may not be asked about a child is left out (R17, R19).

    Raises:
        NotFound. Conflict: `wrong_state`. Invalid: when there is no such class, or nobody to ask.
    """
    round_ = await get_round(session, round_id, Deed.SET_UP)
    known = {Home(row.household_id, row.guardian_id) for row in await _families(session, round_)}
    new = sorted((await _homes(session, round_, fields)) - known, key=str)
    for home in new:
        family = ConferenceFamily(
            school_id=round_.school_id, round_id=round_id, available=[], preferred=[], **home._asdict()
        )
        session.add(family)
        tell_family(session, "added", family)
    return FamiliesAdded(added=len(new), families=len(known) + len(new))


async def invite(session: SchoolSession, round_id: UUID, fields: InviteFields) -> Invited:
    """Ask who was not asked yet; messages follow the event.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    round_ = await get_round(session, round_id, Deed.ASK)
    here = [col(ConferenceFamily.status) == FamilyStatus.NOT_ASKED]
    if fields.family_ids is not None:
        here.append(col(ConferenceFamily.id).in_(fields.family_ids))
    waiting = await _families(session, round_, *here)
    reachable = {family.id for family in await _families(session, round_, *here, _MAY_BE_CONTACTED)}
    for family in waiting:
        if family.id in reachable:
            family.status = FamilyStatus.ASKED
            tell_family(session, "asked", family)
    return Invited(asked=len(reachable), nobody_to_ask=len(waiting) - len(reachable))


async def _families(
    session: SchoolSession, round_: ConferenceRound, *these: ColumnElement[bool]
) -> list[ConferenceFamily]:
    mine = (col(ConferenceFamily.school_id) == round_.school_id, col(ConferenceFamily.round_id) == round_.id)
    return await session.rows(select(ConferenceFamily).where(*mine, *these).order_by(col(ConferenceFamily.id)))


async def _homes(session: SchoolSession, round_: ConferenceRound, fields: FamilyAddFields) -> set[Home]:
    if fields.class_ids is not None:
        await check_classes(session, fields.class_ids)
    homes = await homes_of(session, round_, fields.class_ids)
    if fields.household_id is None and fields.guardian_id is None:
        return homes
    wanted = Home(fields.household_id, fields.guardian_id)
    if wanted not in homes:
        raise Invalid(NOBODY_TO_ASK, Detail("/household_id" if wanted.household_id else "/guardian_id", NOBODY_TO_ASK))
    return {wanted}
