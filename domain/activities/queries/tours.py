"""A tour in one statement: what its team, its papers and its rules need to know."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tours import DieSide, TourFacts, TourMoment
from domain.activities.models.words import ActivityKind
from domain.activities.queries.places import taken
from domain.activities.queries.tour_guides import guides_in
from domain.activities.queries.tour_stops import ROUTE
from domain.activities.queries.visibility import of_activity, visible_activity
from domain.activities.rules.helpful_points import TOUR_FORM
from domain.catalogue.models import Audience, Question
from domain.catalogue.queries import in_view
from domain.catalogue.queries.questions import QUESTION_PLACE
from domain.conferences.queries.visibility import is_team
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Reading
from domain.school.models import School

_ABOUT_THE_DIE = f"{TOUR_FORM}.the-blank-side"
_MOMENTS = Document(TourMoment, ActivityMoment, computed={"taken": lambda _: taken()})


def _questions(reading: Reading) -> ColumnElement[Any]:
    """What visitors, small and big, are asked on a tour; plainly said, since they may know little of the language."""
    sides = Document(DieSide, Question, visible=in_view(Question), computed={"text": lambda _: col(Question.plain)})
    for_visitors = col(Question.audience).in_([literal(Audience.PARENT), literal(Audience.STUDENT)])
    about_die = or_(col(Question.key).is_(None), col(Question.key) != literal(_ABOUT_THE_DIE))
    asked = (col(Question.meeting_type) == literal(TOUR_FORM)) & for_visitors & about_die
    return sides.nested(reading, asked, QUESTION_PLACE, col(Question.id))


def _sees_tour(viewer: Viewer) -> ColumnElement[bool]:
    return visible_activity(viewer) & (col(Activity.kind) == literal(ActivityKind.TOUR))


TOUR_PAPER = Document(
    TourFacts,
    Activity,
    visible=_sees_tour,
    beside={School: col(School.school_id) == col(Activity.school_id)},
    computed={
        "school": lambda _: col(School.name),
        "time_zone": lambda _: col(School.time_zone),
        "moments": lambda reading: _MOMENTS.nested(
            reading, of_activity(ActivityMoment), col(ActivityMoment.starts_at), col(ActivityMoment.id)
        ),
        "stops": ROUTE.computed["items"],
        "guides": guides_in,
        "questions": _questions,
    },
)
"""For whoever sees the activity."""

TOUR = replace(TOUR_PAPER, visible=lambda viewer: _sees_tour(viewer) & is_team(viewer))
"""For its team."""
