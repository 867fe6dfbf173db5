"""Places of a moment: how many are taken, and who waits."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, select
from sqlmodel import col

from domain.activities.models.coming import SignUpState
from domain.activities.models.leads import LeadPlace
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


def _sum(table: Any, people: Any, *where: Any) -> People:
    total = select(func.coalesce(func.sum(people), 0)).where(*of_moment(table), *where)
    return total.correlate_except(table).scalar_subquery()


def taken() -> People:
    """People who signed up, who walked in, and of a tour those who are not enrolled yet."""
    signed_up = col(SignUp.state) == literal(SignUpState.SIGNED_UP)
    coming = col(SignUp.adults) + col(SignUp.children) + col(SignUp.brings_along)
    walked_in = col(WalkIn.adults) + col(WalkIn.children)
    not_enrolled = _sum(LeadPlace, col(LeadPlace.people), col(LeadPlace.is_taken))
    return _sum(SignUp, coming, signed_up) + _sum(WalkIn, walked_in) + not_enrolled


def left() -> People:
    """Null: everybody is welcome. Below nothing when the capacity sank: who was told yes may come."""
    return col(ActivityMoment.capacity) - taken()


async def places_left(session: SchoolSession, moment: ActivityMoment) -> int | None:
    """As the transaction that holds the moment leaves it; null: everybody is welcome."""
    return await _now(session, moment, left())


async def people_coming(session: SchoolSession, moment: ActivityMoment) -> int:
    """As the transaction that holds the moment leaves it."""
    return await _now(session, moment, taken()) or 0


async def _now(session: SchoolSession, moment: ActivityMoment, number: People) -> int | None:
    await session.flush()
    this = (col(ActivityMoment.school_id) == moment.school_id, col(ActivityMoment.id) == moment.id)
    return (await session.execute(select(number).where(*this))).scalar_one()  # type: ignore[no-any-return]


async def standing_at(session: SchoolSession, moment_id: UUID) -> list[SignUp]:
    """Whoever signed up for this moment, in the queue or not."""
    here = (col(SignUp.school_id) == session.principal.school_id, col(SignUp.moment_id) == moment_id)
    return await session.rows(select(SignUp).where(*here, col(SignUp.state) != SignUpState.CANCELLED))


async def waiting_for(session: SchoolSession, moment: ActivityMoment) -> list[SignUp]:
    """In the order in which they came."""
    here = (col(SignUp.school_id) == moment.school_id, col(SignUp.moment_id) == moment.id)
    waiting = select(SignUp).where(*here, col(SignUp.state) == SignUpState.WAITING)
    return await session.rows(waiting.order_by(col(SignUp.queue_number)))
