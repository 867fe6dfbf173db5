"""The ways of a school, read from its options, its staff and its calendar: three statements."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.plans.decision.school_ways import Colleague, QuietHours, SchoolWays, Ways
from domain.plans.decision.week import DAYS, week_of
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.options import CommunicationOptions
from domain.school.closed_days import days_off_of
from domain.school.models.schools import School
from domain.school.models.staff import StaffMember

_OPTIONS = (
    col(CommunicationOptions.channels),
    col(CommunicationOptions.answering_hours),
    col(CommunicationOptions.interpreter_modes),
    col(CommunicationOptions.stand_in_id),
)


async def school_ways(session: SchoolSession, quiet: QuietHours) -> SchoolWays:
    """What the school of this session offers, as it stands now."""
    school_id = session.principal.school_id
    of_school = and_(col(CommunicationOptions.school_id) == school_id, col(CommunicationOptions.staff_id).is_(None))
    here = select(col(School.time_zone), *_OPTIONS).outerjoin(CommunicationOptions, of_school)
    zone, *ways = (await session.execute(here.where(col(School.id) == school_id))).one()
    return SchoolWays(ZoneInfo(zone), _ways(ways), await _staff(session, school_id), await days_off_of(session), quiet)


async def _staff(session: SchoolSession, school_id: UUID) -> dict[UUID, Colleague]:
    theirs = and_(
        col(CommunicationOptions.school_id) == col(StaffMember.school_id),
        col(CommunicationOptions.staff_id) == col(StaffMember.id),
    )
    colleagues = select(col(StaffMember.id), col(StaffMember.teaching_days), col(StaffMember.ended_on), *_OPTIONS)
    rows = await session.execute(
        colleagues.outerjoin(CommunicationOptions, theirs).where(col(StaffMember.school_id) == school_id)
    )
    return {staff_id: Colleague(_weekdays(days), ended_on, _ways(ways)) for staff_id, days, ended_on, *ways in rows}


def _ways(columns: Sequence[Any]) -> Ways | None:
    channels, answering, modes, stand_in_id = columns
    if channels is None:
        return None
    return Ways(tuple(map(ContactChannel, channels)), week_of(answering), tuple(modes), stand_in_id)


def _weekdays(days: Sequence[str]) -> frozenset[int]:
    return frozenset(number for number, day in enumerate(DAYS) if day in days)
