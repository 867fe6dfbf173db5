"""Who else comes, and who does not after all, between the proposal and the conversation itself."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.conversations.actions.hold import hold
from domain.conversations.actions.inviting import invited
from domain.conversations.actions.stepping_back import settle_status
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.agenda import AgendaItem
from domain.conversations.models.participants import ParticipantFields
from domain.conversations.queries.cases import Case
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.opening import open_case
from domain.conversations.rules import Deed, check_proposal
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, Detail, Invalid, Message, NotFound
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.session import SchoolSession

MOST_PARTICIPANTS = 20
TOO_MANY = Message(
    "too_many_participants",
    "Aan een gesprek nemen hoogstens {most} mensen deel.",
    "Un entretien réunit au plus {most} personnes.",
    "At most {most} people take part in a conversation.",
)


async def join(session: SchoolSession, row_id: UUID, fields: ParticipantFields) -> None:
    """Somebody comes too, such as an interpreter. A guardian is asked first; the yes of others stays.

    Raises:
        NotFound, Forbidden: as everywhere. Conflict: `wrong_state`, or `double_booking` of who joins.
        Invalid: `rule_broken`, pointing into the body for what is wrong with who joins.
    """
    life = await _open(session, row_id)
    _ensure_of_this_talk(life, fields)
    [one] = invited(life.conversation, [fields], beside=life.participants)
    life.participants.append(one)
    case = await _looked_at(session, life, joined=len(life.participants) - 1)
    if one.is_open:
        case.conversation.status = Status.PROPOSED
    session.add(one)
    await _settle(session, life, case)
    tell(session, "joined", life.conversation, participant_id=one.id)


async def leave_out(session: SchoolSession, row_id: UUID, participant_id: UUID, version: int) -> None:
    """Somebody does not come after all; what they brought stays on the agenda.

    Raises:
        NotFound, Forbidden, Stale: as everywhere. Conflict: `wrong_state`.
        Invalid: `rule_broken` when the form cannot do without them.
    """
    life = await _open(session, row_id, version)
    one = next((other for other in life.participants if other.id == participant_id), None)
    if one is None:
        raise NotFound(NOT_FOUND)
    life.participants.remove(one)
    case = await _looked_at(session, life)
    here = (col(AgendaItem.school_id) == one.school_id, col(AgendaItem.participant_id) == one.id)
    await session.execute(update(AgendaItem).where(*here).values(participant_id=None))
    await session.delete(one)
    if case.conversation.is_time_chosen and any(other.is_open for other in life.participants):
        settle_status(life)
    await _settle(session, life, case)
    tell(session, "left", life.conversation, participant_id=participant_id)


def _ensure_of_this_talk(life: Life, fields: ParticipantFields) -> None:
    """A conversation is about one student: no other hears what is said of them."""
    if fields.student_id not in (None, life.conversation.student_id):
        raise Invalid(DOES_NOT_EXIST, Detail("/student_id", DOES_NOT_EXIST))
    if len(life.participants) >= MOST_PARTICIPANTS:
        raise Invalid(TOO_MANY, most=MOST_PARTICIPANTS)


async def _open(session: SchoolSession, row_id: UUID, version: int | None = None) -> Life:
    life = await get_life(session, row_id, version=version)
    life.ensure(Deed.CANCEL)
    life.ensure_run_by(session.principal)
    return life


async def _looked_at(session: SchoolSession, life: Life, joined: int | None = None) -> Case:
    """The rules look again at the whole; an interpreter changes how long it takes."""
    case = await open_case(session, *life)
    case.move_to(life.conversation)
    findings = [_in_body(found, joined) for found in check_proposal(case.facts())]
    life.conversation.warnings = [found.record() for found in warnings_of(findings)]
    return case


def _in_body(found: Finding, joined: int | None) -> Finding:
    """What is wrong with who joins is wrong with the body, which is one participant."""
    place = f"/participants/{joined}"
    inside = found.pointer == place or found.pointer.startswith(f"{place}/")
    return replace(found, pointer=found.pointer.removeprefix(place)) if inside else found


async def _settle(session: SchoolSession, life: Life, case: Case) -> None:
    case.conversation.touch()
    await session.flush()
    if case.conversation.is_time_chosen:
        await hold(session, life)
