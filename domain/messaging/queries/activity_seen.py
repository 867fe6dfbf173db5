"""An activity as a guardian with a link may know it: when, where, how many places there are, and the own sign-up."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, literal_column, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.coming import SignUpState
from domain.activities.models.ideas import Idea
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.queries.activities import AT_SCHOOL
from domain.activities.queries.idea_visibility import sees_idea
from domain.activities.queries.places import left, of_moment
from domain.activities.queries.sign_up_visibility import is_own
from domain.activities.queries.sign_ups import SIGN_UP
from domain.activities.queries.visibility import of_activity, visible_activity
from domain.kernel.read import Document, Reading
from domain.messaging.models.activity_seen import ActivitySeen, IdeaSeen, MomentSeen, SignUpSeen
from domain.messaging.queries.found_by_link import FoundByLink
from domain.school.models import Room, School

_SIGN_UP = Document(SignUpSeen, SignUp, visible=is_own, computed={"waiting_place": SIGN_UP.computed["waiting_place"]})


def _my_sign_up(reading: Reading) -> ColumnElement[Any]:
    stands = col(SignUp.state) != literal(SignUpState.CANCELLED)
    own = _SIGN_UP.nested(reading, and_(stands, *of_moment(SignUp)))
    return own.op("->")(literal_column("0"))


_ROOM = (col(Room.school_id) == col(ActivityMoment.school_id)) & (col(Room.id) == col(ActivityMoment.room_id))
_MOMENT = Document(
    MomentSeen,
    ActivityMoment,
    beside={Room: _ROOM},
    computed={
        "room": lambda _: col(Room.name),
        "places_left": lambda _: func.greatest(left(), case((col(ActivityMoment.capacity).is_not(None), 0))),
        "my_sign_up": _my_sign_up,
    },
)
ACTIVITIES_SEEN = FoundByLink(
    ActivitySeen,
    Document(
        ActivitySeen,
        Activity,
        visible=visible_activity,
        beside=AT_SCHOOL,
        computed={
            "time_zone": lambda _: col(School.time_zone),
            "moments": lambda reading: _MOMENT.nested(
                reading, of_activity(ActivityMoment), col(ActivityMoment.starts_at), col(ActivityMoment.id)
            ),
        },
    ),
)


def _outcome_activity(reading: Reading) -> ColumnElement[Any]:
    this = (col(Activity.school_id) == col(Idea.school_id), col(Activity.id) == col(Idea.outcome_activity_id))
    title = select(col(Activity.title)).where(*this, visible_activity(reading.viewer))
    return title.correlate_except(Activity).scalar_subquery()


IDEAS_SEEN = FoundByLink(
    IdeaSeen, Document(IdeaSeen, Idea, visible=sees_idea, computed={"outcome_activity": _outcome_activity})
)
