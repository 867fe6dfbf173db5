"""Sign-ups, as their family and the team see them."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Text, case, cast, func, literal, null, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.activities.models.coming import SignUpState
from domain.activities.models.sign_ups import SignUp, SignUpRead
from domain.activities.queries.sign_up_visibility import as_team, sees_sign_up
from domain.families.models import Guardian, Student
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, Reading, another
from domain.kernel.text import picked

_WAITING = literal(SignUpState.WAITING)
_TOLD = {
    "nl": "Er zijn nu niet genoeg plaatsen voor jullie allemaal. Jullie staan op de wachtlijst. Komt er plaats vrij, "
    "dan krijgen jullie die vanzelf.",
    "fr": "Pour l'instant, il n'y a pas assez de places pour vous tous. Vous êtes sur la liste d'attente. Si des "
    "places se libèrent, vous les recevez automatiquement.",
    "en": "There are not enough places for all of you now. You are on the waiting list. When places come free, you "
    "get them without asking.",
}


def _name(_: Reading) -> ColumnElement[Any]:
    """Of the guardian, or of the student who comes alone."""
    names = [
        select(func.concat_ws(literal(" ", Text), col(table.given_name), col(table.family_name)))
        .where(col(table.school_id) == col(SignUp.school_id), col(table.id) == key)
        .correlate_except(table)
        .scalar_subquery()
        for table, key in ((Guardian, col(SignUp.guardian_id)), (Student, col(SignUp.student_id)))
    ]
    return func.coalesce(*names)


def _waiting_place(_: Reading) -> ColumnElement[Any]:
    one = another(SignUp)
    before = select(func.count(type_=Integer)).where(
        one.c.school_id == col(SignUp.school_id),
        one.c.moment_id == col(SignUp.moment_id),
        one.c.state == _WAITING,
        one.c.queue_number <= col(SignUp.queue_number),
    )
    return case((col(SignUp.state) == _WAITING, before.correlate_except(one).scalar_subquery()), else_=null())


def _told(reading: Reading) -> ColumnElement[Any]:
    words = cast(literal(json.dumps(_TOLD), Text), JSONB)
    said = words if reading.language is None else picked(words, reading.language)
    return case((col(SignUp.state) == _WAITING, said), else_=null())


def _for_team(column: Any) -> Any:
    return lambda reading: case((as_team(reading.viewer), column), else_=null())


SIGN_UP = Document(
    SignUpRead,
    SignUp,
    visible=sees_sign_up,
    computed={
        "name": _name,
        "waiting_place": _waiting_place,
        "told": _told,
        "entered_by_staff_id": _for_team(col(SignUp.entered_by_staff_id)),
        "came_at": _for_team(col(SignUp.came_at)),
    },
)


class SignUpQuery(PageQuery):
    """Which sign-ups of an activity."""

    moment_id: UUID | None = None
    state: SignUpState | None = None


class SignUpsOf(SignUpQuery):
    """Those of this activity."""

    activity_id: UUID


SIGN_UPS = Listing(SIGN_UP, sorts={"queue": col(SignUp.queue_number)})
