"""How staff and interpreters of a round go out: to the team, and to themselves."""

from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.conferences.models.staff import (
    ConferenceInterpreter,
    ConferenceInterpreterRead,
    ConferenceStaff,
    ConferenceStaffList,
    ConferenceStaffRead,
)
from domain.conferences.queries.lists import list_of
from domain.conferences.queries.visibility import is_team
from domain.kernel.principal import Viewer
from domain.kernel.read import Document
from domain.school.models import Interpreter, StaffMember


def _named(person: Any, part: Any, key: str) -> dict[str, Any]:
    """The name of the person in this part of a round."""
    on: ColumnElement[bool] = (col(person.school_id) == col(part.school_id)) & (col(person.id) == getattr(part, key))
    names = {name: lambda _, name=name: getattr(person, name) for name in ("given_name", "family_name")}
    return {"beside": {person: on}, "computed": names}


def _sees_interpreter(viewer: Viewer) -> ColumnElement[bool]:
    return or_(is_team(viewer), col(ConferenceInterpreter.interpreter_id) == viewer.interpreter_id)


STAFF = Document(
    ConferenceStaffRead, ConferenceStaff, visible=is_team, **_named(StaffMember, ConferenceStaff, "staff_id")
)
INTERPRETERS = Document(
    ConferenceInterpreterRead,
    ConferenceInterpreter,
    visible=_sees_interpreter,
    **_named(Interpreter, ConferenceInterpreter, "interpreter_id"),
)
STAFF_LIST = list_of(ConferenceStaffList, STAFF)
