"""A conversation for a calendar, for everybody who sees it."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, literal_column, or_, select
from sqlmodel import col

from domain.conversations.facts import Form
from domain.conversations.models.calendar import CalendarRead
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.guide import GUIDE
from domain.conversations.queries.visibility import of_conversation, sees_conversation
from domain.families.models import Student
from domain.kernel.read import Document, Reading
from domain.school.models import School, StaffMember


def _staff(_: Reading) -> ColumnElement[Any]:
    name = func.concat(col(StaffMember.given_name), " ", col(StaffMember.family_name))
    names = func.coalesce(func.json_agg(name), literal_column("'[]'::json"))
    them = and_(col(StaffMember.school_id) == Participant.school_id, col(StaffMember.id) == Participant.staff_id)
    listed = select(names).join(Participant, them).where(of_conversation(Participant))
    return listed.correlate_except(StaffMember, Participant).scalar_subquery()


def _is_discreet(_: Reading) -> ColumnElement[bool]:
    hard = col(Conversation.meeting_type) == literal(Form.CONSTRUCTIVE_CONVERSATION)
    return or_(col(Conversation.is_sensitive), hard)


CALENDAR = Document(
    CalendarRead,
    Conversation,
    visible=sees_conversation,
    beside=GUIDE.beside,
    computed={
        **{name: GUIDE.computed[name] for name in ("room", "school", "edition")},
        "form": GUIDE.computed["name"],
        "time_zone": lambda _: col(School.time_zone),
        "is_discreet": _is_discreet,
        "student": lambda _: col(Student.given_name),
        "staff": _staff,
    },
)
