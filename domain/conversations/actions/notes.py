"""Keeping notes, by the rules for what a school may keep (R24, R26, R27, R28, R30)."""

from uuid import UUID

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.models.notes import Note, NoteFields
from domain.conversations.note_facts import NoteFacts
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.record import NOTE
from domain.conversations.rules import check_note
from domain.kernel import clock
from domain.kernel.errors import Forbidden, Message
from domain.kernel.events import record
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

STAFF_ONLY = Message(
    "author_needed",
    "Een notitie heeft een auteur: enkel iemand van het team kan er een schrijven.",
    "Une note a un auteur : seul un membre de l'équipe peut en écrire.",
    "A note has an author: only a member of the team can write one.",
)
AUTHOR_ONLY = Message(
    "not_the_author",
    "Alleen wie de notitie schreef, kan ze wijzigen of wissen.",
    "Seule la personne qui a écrit la note peut la modifier ou l'effacer.",
    "Only who wrote the note can change or delete it.",
)

_NOTE = Locked(Note, NOTE.visible)


async def write_note(session: SchoolSession, conversation_id: UUID, fields: NoteFields) -> Note:
    """Keep a note of a conversation that the author runs.

    Raises:
        Invalid: `rule_broken`.
        Forbidden: `author_needed` for who is not of the staff.
        NotFound: as everywhere.
    """
    life = await get_life(session, conversation_id)
    life.ensure_run_by(session.principal)
    if session.principal.staff_id is None:
        raise Forbidden(STAFF_ONLY)
    _check(session, life, fields)
    note = Note.of(
        session.principal.school_id, fields, conversation_id=conversation_id, author_id=session.principal.staff_id
    )
    session.add(note)
    _tell(session, "created", note)
    return note


async def change_note(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """The author writes it differently, for other readers or for another time.

    Raises:
        Invalid: `rule_broken`.
        Forbidden: `not_the_author`.
        NotFound, Stale: as everywhere; a note past its day is not there any more.
    """
    note = await _own_note(session, row_id, version)
    fields = note.patched(NoteFields, patch)
    _check(session, await get_life(session, note.conversation_id), fields)
    note.take(fields)
    _tell(session, "changed", note)


async def delete_note(session: SchoolSession, row_id: UUID, version: int) -> None:
    """The author takes it away before its day.

    Raises:
        Forbidden: `not_the_author`.
        NotFound, Stale: as everywhere.
    """
    note = await _own_note(session, row_id, version)
    await session.delete(note)
    _tell(session, "deleted", note)


async def _own_note(session: SchoolSession, row_id: UUID, version: int) -> Note:
    note = await _NOTE.get(session, row_id, version)
    if note.author_id != session.principal.staff_id:
        raise Forbidden(AUTHOR_ONLY)
    return note


def _check(session: SchoolSession, life: Life, fields: NoteFields) -> None:
    own = life.place_of(session.principal)
    facts = NoteFacts(
        type_key=life.conversation.meeting_type,
        channel=Channel(life.conversation.channel),
        written_on=clock.now().date(),
        text=fields.text,
        written_by=ParticipantRole(own.role) if own else ParticipantRole.COLLEAGUE,
        keywords=tuple(fields.keywords),
        purpose=fields.purpose,
        ends_on=fields.ends_on,
        visibility=fields.visibility,
    )
    warnings_of(check_note(facts))


def _tell(session: SchoolSession, deed: str, note: Note) -> None:
    record(session, f"note.{deed}", "notes", note.id, conversation_id=note.conversation_id)
