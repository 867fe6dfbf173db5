"""How many come, per moment, in one statement."""

from typing import Any

from sqlalchemy import ColumnElement, Text, case, func, literal, literal_column, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.coming import SignUpState
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_up_totals import MomentTotals, SignUpTotals
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn
from domain.activities.queries.places import left, of_moment
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Document

_STANDS = col(SignUp.state) != literal(SignUpState.CANCELLED)


def _people(table: Any, columns: tuple[str, ...], *where: ColumnElement[bool], counted: str = "") -> ColumnElement[Any]:
    """Sums of these columns over the rows of the moment, as a document."""
    sums: list[Any] = [literal(counted, Text), func.count()] if counted else []
    for name in columns:
        sums += [literal(name, Text), func.coalesce(func.sum(getattr(table, name)), 0)]
    found = select(func.json_build_object(*sums)).where(*of_moment(table), *where)
    return found.correlate_except(table).scalar_subquery()


def _coming(*where: ColumnElement[bool]) -> ColumnElement[Any]:
    return _people(SignUp, ("adults", "children", "brings_along"), *where, counted="sign_ups")


def _languages(table: Any, *where: ColumnElement[bool]) -> ColumnElement[Any]:
    by_language = (
        select(col(table.language).label("language"), func.count().label("times"))
        .where(*of_moment(table), col(table.language).is_not(None), *where)
        .group_by(col(table.language))
        .order_by(col(table.language))
        .correlate_except(table)
        .lateral("wished")
    )
    listed = func.coalesce(func.json_agg(func.row_to_json(literal_column("wished"))), literal_column("'[]'::json"))
    return select(listed).select_from(by_language).scalar_subquery()


_OF_MOMENT = Document(
    MomentTotals,
    ActivityMoment,
    computed={
        "moment_id": lambda _: col(ActivityMoment.id),
        "places_left": lambda _: case((left() < 0, 0), else_=left()),
        "signed_up": lambda _: _coming(col(SignUp.state) == literal(SignUpState.SIGNED_UP)),
        "waiting": lambda _: _coming(col(SignUp.state) == literal(SignUpState.WAITING)),
        "came": lambda _: _coming(_STANDS, col(SignUp.came_at).is_not(None)),
        "walked_in": lambda _: _people(WalkIn, ("adults", "children")),
        "languages": lambda _: _languages(SignUp, _STANDS),
        "walked_in_languages": lambda _: _languages(WalkIn),
    },
)
TOTALS = Document(
    SignUpTotals,
    Activity,
    visible=is_team,
    computed={
        "activity_id": lambda _: col(Activity.id),
        "moments": lambda reading: _OF_MOMENT.nested(
            reading,
            (col(ActivityMoment.school_id) == col(Activity.school_id))
            & (col(ActivityMoment.activity_id) == col(Activity.id)),
            col(ActivityMoment.starts_at),
            col(ActivityMoment.id),
        ),
    },
)
