"""How the stops of a tour go out."""

from sqlalchemy import and_, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.tour_stops import TourStop, TourStopRead, TourStops
from domain.activities.queries.visibility import of_activity, of_visible_activity, visible_activity
from domain.kernel.read import Document
from domain.kernel.session import SchoolSession
from domain.school.models import Room

STOPS = Document(
    TourStopRead,
    TourStop,
    visible=lambda viewer: of_visible_activity(viewer, col(TourStop.activity_id)),
    beside={Room: and_(col(Room.school_id) == col(TourStop.school_id), col(Room.id) == col(TourStop.room_id))},
    computed={"room": lambda _: col(Room.name)},
)
ROUTE = Document(
    TourStops,
    Activity,
    visible=visible_activity,
    computed={
        "items": lambda reading: STOPS.nested(reading, of_activity(TourStop), col(TourStop.position), col(TourStop.id)),
    },
)


async def stops_of(session: SchoolSession, activity: Activity) -> list[TourStop]:
    """In the order in which one walks, as this transaction leaves them."""
    here = (col(TourStop.school_id) == activity.school_id, col(TourStop.activity_id) == activity.id)
    return await session.rows(select(TourStop).where(*here).order_by(col(TourStop.position), col(TourStop.id)))
