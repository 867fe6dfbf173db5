"""What an order of the day is made from."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.models.conversations import TimeFields
from domain.kernel.claims import CELL_SECONDS, Claim, cells_between
from domain.kernel.session import SchoolSession
from domain.school.models.schools import School
from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus
from domain.visits.queries.visibility import sees_visit
from domain.visits.rules.day import Wish
from domain.visits.rules.planning import Window


async def day_of(session: SchoolSession, on: date) -> tuple[ZoneInfo, Window]:
    """The zone of the school, and that day in it."""
    of_school = select(col(School.time_zone)).where(col(School.id) == session.principal.school_id)
    zone = ZoneInfo((await session.execute(of_school)).scalar_one())
    begin, end = (datetime.combine(on + timedelta(days=days), time(), zone) for days in (0, 1))
    return zone, Window(begin, end)


async def wishes_of(session: SchoolSession, round_id: UUID, day: Window) -> list[Wish]:
    """The families of a round that said yes and chose a moment of that day."""
    same = (col(HomeVisitAddress.school_id) == col(HomeVisit.school_id)) & (
        col(HomeVisitAddress.visit_id) == col(HomeVisit.id)
    )
    said_yes = (col(HomeVisit.round_id) == round_id, col(HomeVisit.status) == VisitStatus.AGREED)
    found = await session.execute(
        select(HomeVisit, col(HomeVisitAddress.postal_code), col(HomeVisitAddress.street))
        .outerjoin(HomeVisitAddress, same)
        .where(col(HomeVisit.school_id) == session.principal.school_id, *said_yes, sees_visit(session.viewer))
    )
    wishes = [
        Wish(visit.id, visit.minutes, _that_day(visit, day), (postal_code or "", street or ""))
        for visit, postal_code, street in found
    ]
    return [wish for wish in wishes if wish.windows]


def _that_day(visit: HomeVisit, day: Window) -> list[Window]:
    chosen = [TimeFields.model_validate(one) for one in visit.moments]
    clipped = [Window(max(one.starts_at, day.starts_at), min(one.ends_at, day.ends_at)) for one in chosen]
    return [window for window in clipped if window.starts_at < window.ends_at]


async def busy_on(session: SchoolSession, staff_ids: list[UUID], day: Window) -> dict[UUID, list[Window]]:
    """When each of them is taken that day, by whatever it is."""
    cells = cells_between(day.starts_at, day.ends_at)
    taken = select(col(Claim.resource_id), col(Claim.cell)).where(
        col(Claim.school_id) == session.principal.school_id,
        col(Claim.resource_id).in_(staff_ids),
        col(Claim.cell).between(cells.start, cells.stop),
    )
    busy: dict[UUID, list[Window]] = {staff_id: [] for staff_id in staff_ids}
    for staff_id, cell in await session.execute(taken.order_by(col(Claim.cell))):
        begin, end = (datetime.fromtimestamp(one * CELL_SECONDS, day.starts_at.tzinfo) for one in (cell, cell + 1))
        goes_on = busy[staff_id] and busy[staff_id][-1].ends_at == begin
        busy[staff_id].append(Window(busy[staff_id].pop().starts_at if goes_on else begin, end))
    return busy
