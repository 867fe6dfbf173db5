"""What a conversation leaves behind: agenda, checklist, notes and agreements, each with its own readers."""

from typing import Any
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import ColumnElement, and_, case, literal, null, or_
from sqlmodel import col

from domain.catalogue.models.words import ParticipantRole
from domain.catalogue.queries import phase_place
from domain.conversations.models.agenda import Agenda, AgendaItem, AgendaItemRead
from domain.conversations.models.agreements import Agreement, AgreementRead, Agreements
from domain.conversations.models.checklist import ChecklistInUse, ChecklistItem, ChecklistItemRead
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.notes import Note, NoteRead, Notes, NoteVisibility
from domain.conversations.models.participants import FAMILY_ROLES
from domain.conversations.queries.visibility import (
    attends_as_guardian,
    attends_as_student,
    of_conversation,
    of_visible_conversation,
    reads_as_team,
    sees_conversation,
    sees_what_came_of_it,
    student_of,
    works_in,
)
from domain.families.queries import guarded_by, taught_by
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import Viewer, is_one_of, today
from domain.kernel.read import Document, Listing, Reading

_FAMILY = [literal(role) for role in sorted(FAMILY_ROLES | {ParticipantRole.STUDENT})]


AGENDA_ITEM = Document(
    AgendaItemRead,
    AgendaItem,
    visible=lambda viewer: of_visible_conversation(viewer, col(AgendaItem.conversation_id)),
)


def agenda_of(reading: Reading) -> ColumnElement[Any]:
    """The points of a conversation, the family's first."""
    school_last = case((col(AgendaItem.brought_by).in_(_FAMILY), 0), else_=1)
    items = Document(AgendaItemRead, AgendaItem)
    return items.nested(reading, of_conversation(AgendaItem), school_last, col(AgendaItem.id))


_ONE_PAGE = {"next_cursor": lambda _: null()}

AGENDA = Document(Agenda, Conversation, visible=sees_conversation, computed={"items": agenda_of, **_ONE_PAGE})


AGREEMENTS = Document(
    AgreementRead,
    Agreement,
    visible=lambda viewer: sees_what_came_of_it(viewer, col(Agreement.conversation_id), col(Agreement.student_id)),
)
AGREEMENTS_MADE = Document(
    Agreements,
    Conversation,
    visible=sees_conversation,
    computed={
        "items": lambda reading: AGREEMENTS.nested(reading, of_conversation(Agreement), col(Agreement.id)),
        **_ONE_PAGE,
    },
)


class AgreementQuery(PageQuery):
    """Which agreements."""

    student_id: UUID | None = None
    open: bool | None = Described(None, description="True: not done yet.")


AGREEMENT_LIST = Listing(
    AGREEMENTS,
    sorts={"created_at": col(Agreement.created_at)},
    filters={"open": lambda given: col(Agreement.done_at).is_(None) == given},
)


def _sees_checklist(viewer: Viewer) -> ColumnElement[bool]:
    return reads_as_team(viewer, col(Conversation.id)) & sees_conversation(viewer)


CHECKLIST_ITEM = Document(
    ChecklistItemRead,
    ChecklistItem,
    visible=lambda viewer: (
        reads_as_team(viewer, col(ChecklistItem.conversation_id))
        & of_visible_conversation(viewer, col(ChecklistItem.conversation_id))
    ),
)
CHECKLIST = Document(
    ChecklistInUse,
    Conversation,
    visible=_sees_checklist,
    computed={
        "items": lambda reading: CHECKLIST_ITEM.nested(
            reading,
            of_conversation(ChecklistItem),
            phase_place(col(ChecklistItem.phase)),
            col(ChecklistItem.position),
            col(ChecklistItem.id),
        ),
        **_ONE_PAGE,
    },
)


def _reads_note(viewer: Viewer) -> ColumnElement[bool]:
    """By its circle, while it is kept, and never beyond the conversation's own readers (R26)."""
    here, in_circle = col(Note.conversation_id), col(Note.visibility)
    student = student_of(viewer, here)
    team = reads_as_team(viewer, here)
    cares = works_in(viewer, here, {ParticipantRole.CARE_COORDINATOR})
    circles = {
        NoteVisibility.AUTHOR: col(Note.author_id) == viewer.staff_id,
        NoteVisibility.CARE_TEAM: team & or_(is_one_of(viewer, *OFFICE), cares),
        NoteVisibility.TEACHERS_OF_STUDENT: team & or_(taught_by(viewer, student), works_in(viewer, here)),
        NoteVisibility.GUARDIANS: guarded_by(viewer, student) & attends_as_guardian(viewer, here, student),
        NoteVisibility.GUARDIANS_AND_STUDENT: attends_as_student(viewer, here),
    }
    wider = list(NoteVisibility)
    readers = [
        and_(in_circle.in_([literal(name) for name in wider[place:]]), reads)
        for place, reads in enumerate(circles.values())
    ]
    return and_(col(Note.ends_on) > today, or_(*readers))


NOTE = Document(NoteRead, Note, visible=_reads_note)
NOTES = Document(
    Notes,
    Conversation,
    visible=sees_conversation,
    computed={"items": lambda reading: NOTE.nested(reading, of_conversation(Note), col(Note.id)), **_ONE_PAGE},
)
