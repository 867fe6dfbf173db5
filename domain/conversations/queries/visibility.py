"""Who sees which conversation, written once. Parents see nothing of each other (R17), families only theirs (R20)."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_, select
from sqlmodel import col

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import FAMILY_ROLES, Participant
from domain.families.queries import WHOLE_SCHOOL, reads_as_school, restricted, was_guardian
from domain.kernel.permissions import Role
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import another, there_is
from domain.kernel.row import Expression


def sees_conversation(viewer: Viewer) -> ColumnElement[bool]:
    """Office and systems see all, teachers those of their students, everybody those in which they take part."""
    here, student = col(Conversation.id), col(Conversation.student_id)
    return or_(
        reads_as_school(viewer, student),
        works_in(viewer, here),
        attends_as_guardian(viewer, here, student),
        attends_as_student(viewer, here),
        _attends(viewer, here, "interpreter_id", viewer.interpreter_id),
    )


def works_in(
    viewer: Viewer, conversation_id: Expression, roles: Collection[ParticipantRole] = tuple(ParticipantRole)
) -> ColumnElement[bool]:
    """The viewer takes part as somebody of the staff (in one of these roles)."""
    return _attends(viewer, conversation_id, "staff_id", viewer.staff_id, roles)


def attends_as_guardian(viewer: Viewer, conversation_id: Expression, student_id: Expression) -> ColumnElement[bool]:
    """The viewer takes part as a guardian, still is one, and no restriction of today keeps them from this student."""
    attends = _attends(viewer, conversation_id, "guardian_id", viewer.guardian_id, FAMILY_ROLES)
    return attends & ~restricted(viewer, student_id) & ~was_guardian(viewer, student_id)


def attends_as_student(viewer: Viewer, conversation_id: Expression) -> ColumnElement[bool]:
    """The viewer is the student, and takes part as such."""
    return _attends(viewer, conversation_id, "student_id", viewer.student_id, {ParticipantRole.STUDENT})


def reads_as_team(viewer: Viewer, conversation_id: Expression) -> ColumnElement[bool]:
    """Reads it as the school does. A teacher who is there as a parent reads it as a parent."""
    as_parent = _attends(viewer, conversation_id, "guardian_id", viewer.guardian_id)
    return is_one_of(viewer, Role.TEACHER, *WHOLE_SCHOOL) & (viewer.guardian_id.is_(None) | ~as_parent)


def sees_what_came_of_it(viewer: Viewer, conversation_id: Expression, student_id: Expression) -> ColumnElement[bool]:
    """Who sees the conversation sees what it left behind; only an interpreter leaves behind what was said."""
    return or_(
        reads_as_team(viewer, conversation_id)
        & or_(reads_as_school(viewer, student_id), works_in(viewer, conversation_id)),
        attends_as_guardian(viewer, conversation_id, student_id),
        attends_as_student(viewer, conversation_id),
    )


def of_visible_conversation(viewer: Viewer, conversation_id: Expression) -> ColumnElement[bool]:
    """The viewer sees the conversation that this belongs to."""
    this = (col(Conversation.school_id) == viewer.school_id, col(Conversation.id) == conversation_id)
    return there_is(Conversation, *this, sees_conversation(viewer))


def student_of(viewer: Viewer, conversation_id: Expression) -> ColumnElement[Any]:
    """Of which student a conversation is."""
    this = another(Conversation)
    found = select(this.c.student_id).where(this.c.school_id == viewer.school_id, this.c.id == conversation_id)
    return found.correlate_except(this).scalar_subquery()


def of_conversation(table: Any) -> ColumnElement[bool]:
    """The row of this table belongs to the conversation of the statement around it."""
    same_school = col(table.school_id) == col(Conversation.school_id)
    return and_(same_school, col(table.conversation_id) == col(Conversation.id))


def _attends(
    viewer: Viewer,
    conversation_id: Expression,
    person: str,
    who: Expression,
    roles: Collection[ParticipantRole] = tuple(ParticipantRole),
) -> ColumnElement[bool]:
    """Aliased, as the row around it may be a participant itself."""
    one = another(Participant)
    here = (one.c.school_id == viewer.school_id, one.c.conversation_id == conversation_id, one.c[person] == who)
    any_role = len(roles) == len(ParticipantRole)
    return there_is(one, *here, *([] if any_role else [one.c.role.in_([literal(role) for role in sorted(roles)])]))
