"""Visits at home and contacts of the demo school, as rows; those that are planned go through the planning itself."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.kernel.errors import Conflict
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession
from domain.reach.models.contacts import ContactFields, FamilyContact
from domain.seeding.demo_file import DEMO_SCHOOL
from domain.seeding.demo_rows import alone, row_of
from domain.seeding.demo_visit_file import DemoAsked, DemoContact, DemoVisit, DemoVisitRound
from domain.visits.actions.planning import plan
from domain.visits.models import HomeVisit, HomeVisitAddress, HomeVisitRound
from domain.visits.models.answers import HomeVisitAnswerFields
from domain.visits.models.rounds import HomeVisitRoundFields
from domain.visits.models.visits import VisitFields
from domain.visits.models.words import Says, VisitStatus


def visit_rows(rounds: list[DemoVisitRound], visits: list[DemoVisit]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [row_of(HomeVisitRound, one, HomeVisitRoundFields, created_by_id=one.staff_id) for one in rounds]
    yield [_visit(part, one, round_id=one.key) for one in rounds for part in one.home_visits]
    yield [_visit(one, one) for one in visits]


def contact_rows(contacts: list[DemoContact]) -> Iterator[Sequence[Row]]:
    """One table."""
    yield [row_of(FamilyContact, one, ContactFields, staff_id=one.staff_id, met_on=one.met_on) for one in contacts]


async def settle_visits(
    session: SchoolSession, rounds: list[DemoVisitRound], visits: list[DemoVisit], added: Collection[UUID]
) -> None:
    """Of new visits only: an address that is gone stays gone, and who tried the demo out may have other plans."""
    asked = [*visits, *(part for one in rounds for part in one.home_visits)]
    for one in asked:
        if one.key in added and one.answer and one.answer.address:
            session.add(HomeVisitAddress.of(DEMO_SCHOOL, one.answer.address, visit_id=one.key))
    await session.flush()
    for one in asked:
        if one.key in added and one.plan:
            with suppress(Conflict):
                async with session.begin_nested():
                    await plan(session, one.key, one.plan)


def _visit(one: DemoAsked, question: DemoVisit | DemoVisitRound, **more: Any) -> Row:
    people = {"student_id": one.student_id, "guardian_id": one.guardian_id, "created_by_id": question.staff_id}
    said = _said(one.answer) if one.answer else {}
    if one.answer:
        said |= {"answered_at": question.asked_at + timedelta(days=1), "entered_by_id": one.guardian_id}
    asked = alone(question, VisitFields)
    return HomeVisit.of(DEMO_SCHOOL, asked, id=one.key, asked_at=question.asked_at, **people, **said, **more)


def _said(answer: HomeVisitAnswerFields) -> dict[str, Any]:
    if answer.says is Says.NO:
        return {"status": VisitStatus.REFUSED}
    moments = [one.model_dump(mode="json") for one in answer.moments]
    return {
        "status": VisitStatus.AGREED,
        "moments": moments,
        "place": answer.place,
        "elsewhere": answer.elsewhere,
    }
