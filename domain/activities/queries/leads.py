"""How leads go out."""

from sqlalchemy import and_
from sqlmodel import col

from domain.activities.models.leads import Lead, LeadPlace, LeadPlaceRead, LeadRead
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tour_words import LeadWish
from domain.conversations.queries.conversations import local_time
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing
from domain.school.models import School

_PLACES = Document(
    LeadPlaceRead,
    LeadPlace,
    beside={
        ActivityMoment: and_(
            col(ActivityMoment.school_id) == col(LeadPlace.school_id),
            col(ActivityMoment.id) == col(LeadPlace.moment_id),
        ),
        School: col(School.school_id) == col(LeadPlace.school_id),
    },
    computed={
        "activity_id": lambda _: col(ActivityMoment.activity_id),
        "local_start": lambda _: local_time(col(ActivityMoment.starts_at)),
    },
)


class LeadQuery(PageQuery):
    """Which leads."""

    wish: LeadWish | None = None


LEADS = Document(
    LeadRead,
    Lead,
    computed={
        "places": lambda reading: _PLACES.nested(
            reading,
            and_(col(LeadPlace.school_id) == col(Lead.school_id), col(LeadPlace.lead_id) == col(Lead.id)),
            col(ActivityMoment.starts_at),
            col(LeadPlace.id),
        )
    },
)
LEAD_LISTING = Listing(LEADS, sorts={"created_at": col(Lead.created_at), "keep_until": col(Lead.keep_until)})
