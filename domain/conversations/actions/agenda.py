"""Bringing something to talk about, and taking it back."""

from uuid import UUID

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.actions.telling import tell
from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.facts import Status
from domain.conversations.models.agenda import AgendaItem, AgendaItemFields
from domain.conversations.models.participants import Participant
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.opening import open_case
from domain.conversations.queries.record import AGENDA_ITEM
from domain.conversations.rules import WRONG_STATE, check_agenda_point
from domain.kernel.errors import Conflict, Detail, Invalid, Message
from domain.kernel.principal import Principal
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

OPEN = frozenset({Status.PROPOSED, Status.PLANNED, Status.RUNNING})

WHO_BRINGS = Message(
    "who_brings_it",
    "Zeg wie dit punt aanbrengt.",
    "Dites qui apporte ce point.",
    "Say who brings this point.",
)

_ITEM = Locked(AgendaItem, AGENDA_ITEM.visible)


async def bring(session: SchoolSession, conversation_id: UUID, fields: AgendaItemFields) -> AgendaItem:
    """A point of one's own; who runs the conversation can enter it for somebody else.

    Raises:
        Invalid: `rule_broken` (R02, R05); `who_brings_it` when the caller has no role of their own in it.
        Conflict: `wrong_state` once it has ended.
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, conversation_id)
    it, own = life.conversation, life.place_of(session.principal)
    _ensure_open(life)
    role = _brought_by(life, session.principal, own, fields.brought_by)
    case = await open_case(session, *life)
    warnings_of(check_agenda_point(case.facts(), AgendaPoint(role, fields.text, Status(it.status))))
    item = AgendaItem(
        school_id=it.school_id,
        conversation_id=it.id,
        participant_id=own.id if own else None,
        brought_by=role,
        text=fields.text,
        added_at_status=it.status,
    )
    session.add(item)
    it.touch()
    tell(session, "changed", it)
    return item


async def take_back(session: SchoolSession, row_id: UUID, version: int) -> None:
    """Who brought a point, or runs the conversation, takes it off the agenda.

    Raises:
        Conflict: `wrong_state` once it has ended.
        NotFound, Forbidden, Stale: as everywhere.
    """
    item = await _ITEM.get(session, row_id, version)
    life = await get_life(session, item.conversation_id)
    _ensure_open(life)
    own = life.place_of(session.principal)
    if own is None or own.id != item.participant_id:
        life.ensure_run_by(session.principal)
    await session.delete(item)
    life.conversation.touch()
    tell(session, "changed", life.conversation)


def _ensure_open(life: Life) -> None:
    if life.conversation.status not in OPEN:
        raise Conflict(WRONG_STATE)


def _brought_by(life: Life, who: Principal, own: Participant | None, given: ParticipantRole | None) -> ParticipantRole:
    if own and given in (None, own.role):
        return ParticipantRole(own.role)
    life.ensure_run_by(who)
    if given is None:
        raise Invalid(WHO_BRINGS, Detail("/brought_by", WHO_BRINGS))
    return given
