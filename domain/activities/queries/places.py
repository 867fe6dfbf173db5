"""Places of a moment: how many are taken, and who waits."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal, select
from sqlmodel import col

from domain.activities.models.coming import SignUpState
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn
from domain.kernel.session import SchoolSession

People = ColumnElement[Any]


def of_moment(table: Any) -> tuple[ColumnElement[bool], ...]:
    """Rows of this table that belong to the moment around it."""
    return (
        col(table.school_id) == col(ActivityMoment.school_id),
        col(table.moment_id) == col(ActivityMoment.id),
    )


def _sum(table: Any, people: People, *where: ColumnElement[bool]) -> People:
    total = select(func.coalesce(func.sum(people), 0)).where(*of_moment(table), *where)
    return total.correlate_except(table).scalar_subquery()


def taken() -> People:
    """People who signed up, and who walked in: they are there."""
    signed_up = col(SignUp.state) == literal(SignUpState.SIGNED_UP)
    coming = col(SignUp.adults) + col(SignUp.children) + col(SignUp.brings_along)
    return _sum(SignUp, coming, signed_up) + _sum(WalkIn, col(WalkIn.adults) + col(WalkIn.children))


def left() -> People:
    """Null: everybody is welcome. Below nothing when the capacity sank: who was told yes may come."""
    return col(ActivityMoment.capacity) - taken()


async def places_left(session: SchoolSession, moment: ActivityMoment) -> int | None:
    """As the transaction that holds the moment sees it; null: everybody is welcome."""
    this = (col(ActivityMoment.school_id) == moment.school_id, col(ActivityMoment.id) == moment.id)
    return (await session.execute(select(left()).where(*this))).scalar_one()  # type: ignore[no-any-return]


async def waiting_for(session: SchoolSession, moment: ActivityMoment) -> list[SignUp]:
    """In the order in which they came."""
    here = (col(SignUp.school_id) == moment.school_id, col(SignUp.moment_id) == moment.id)
    waiting = select(SignUp).where(*here, col(SignUp.state) == SignUpState.WAITING)
    return await session.rows(waiting.order_by(col(SignUp.queue_number)))
