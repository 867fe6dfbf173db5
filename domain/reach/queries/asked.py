"""Whom a question about reach is about: students whom the asker may see, and the days."""

from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, text, tuple_
from sqlmodel import col

from domain.families.models import Enrollment, Student
from domain.families.queries import not_ended, reads_as_school
from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.permissions import OFFICE
from domain.kernel.principal import today
from domain.kernel.read import another, there_is
from domain.kernel.session import SchoolSession
from domain.reach.models.reads import PeriodQuery, ReachQuery
from domain.reach.models.words import By
from domain.school.models.schools import School

ONE_TABLE = Message(
    "language_whole_school",
    "Per taal is er één tabel, van de hele school: vraag ze zonder klas, niveau of dagen, vanuit het secretariaat.",
    "Par langue, il n'y a qu'un tableau, de toute l'école : demandez-le sans classe, niveau ni jours, au secrétariat.",
    "By language there is one table, of the whole school: ask it without class, level or days, as the office.",
)
NOT_IN_ORDER = Message(
    "ends_before_start",
    "Het einde moet na het begin liggen.",
    "La fin doit venir après le début.",
    "It must end after it starts.",
)


class Asked(NamedTuple):
    """The parameters of every statement of reach."""

    students: list[Any]
    since: date
    until: date
    day: date
    zone: str

    def parameters(self, session: SchoolSession) -> dict[str, Any]:
        return {"school_id": session.principal.school_id, **self._asdict()}

    def of_these(self, session: SchoolSession) -> dict[str, Any]:
        """Only which students of which school."""
        return {name: value for name, value in self.parameters(session).items() if name in {"school_id", "students"}}

    def of_period(self, session: SchoolSession) -> dict[str, Any]:
        """The same, for what does not ask which day it is."""
        return {name: value for name, value in self.parameters(session).items() if name != "day"}


_FOR_SO_MANY = text("SET LOCAL plan_cache_mode = force_custom_plan")
"""What follows asks of thousands of ids at once; a plan made for any number of them takes them one by one."""


async def asked(session: SchoolSession, query: PeriodQuery, after: UUID | None = None) -> Asked:
    """The office asks of the whole school, a teacher of the own classes; `after` is the last student of a page.

    Raises:
        Invalid: by language together with anything that would make a second table; days that end before they start.
    """
    here = select(today, col(School.time_zone)).where(col(School.id) == session.principal.school_id)
    day, zone = (await session.execute(here)).one()
    since, until = _days(session, query, day)
    await session.execute(_FOR_SO_MANY)
    return Asked(list((await session.execute(_students(session, query, after))).scalars()), since, until, day, zone)


def _days(session: SchoolSession, query: PeriodQuery, day: date) -> tuple[date, date]:
    if isinstance(query, ReachQuery) and query.by == By.HOME_LANGUAGE:
        if not session.principal.has(*OFFICE) or any((query.since, query.until, query.class_id, query.level)):
            raise Invalid(ONE_TABLE, Detail("?by", ONE_TABLE))
        first = day.replace(day=1)
        return first - timedelta(days=365), first
    until = query.until or max(day, query.since or day) + timedelta(days=1)
    since = query.since or until - timedelta(days=365)
    if since >= until:
        raise Invalid(NOT_IN_ORDER, Detail("?to", NOT_IN_ORDER))
    return since, until


def _students(session: SchoolSession, query: PeriodQuery, after: UUID | None) -> Any:
    here = (col(Student.school_id) == session.principal.school_id, not_ended(col(Student.ended_on)))
    found = select(col(Student.id)).where(*here, reads_as_school(session.viewer, col(Student.id)))
    if query.level:
        found = found.where(col(Student.level) == query.level)
    if query.class_id:
        in_class = (col(Enrollment.school_id) == col(Student.school_id), col(Enrollment.student_id) == col(Student.id))
        of_it = (col(Enrollment.class_id) == query.class_id, not_ended(col(Enrollment.ended_on)))
        found = found.where(there_is(Enrollment, *in_class, *of_it))
    return found if after is None else found.where(_stands_after(session, after))


def _stands_after(session: SchoolSession, student_id: UUID) -> ColumnElement[bool]:
    """By the alphabet. The cursor has the id alone, so that no name stands in an address."""
    last = another(Student)
    here = select(last.c.family_name, last.c.given_name, last.c.id).where(
        last.c.school_id == session.principal.school_id, last.c.id == student_id
    )
    return tuple_(col(Student.family_name), col(Student.given_name), col(Student.id)) > here.scalar_subquery()
