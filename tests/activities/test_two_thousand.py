"""As many statements for the lists of a school of two thousand families as for one of twenty."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from activities.invited import Invited, invited
from house import House
from listening import listening
from reach.families import settled
from sqlalchemy import select
from sqlmodel import col

from domain.activities.models import SignUp
from domain.activities.models.ideas import Idea
from domain.activities.models.leads import Lead
from domain.families.models import Guardianship
from domain.reach.models.contacts import FamilyContact
from domain.visits.models.visits import HomeVisit

LISTS = ["/v1/activities", "/v1/activity-ideas", "/v1/leads", "/v1/home-visits", "/v1/contacts", "/v1/messages"]
LATER = date.today() + timedelta(days=90)  # noqa: DTZ011 - any day that is far enough


def busy(house: House, cafe: Invited, families: int) -> None:
    """Each of so many families signs up, has an idea, was spoken with and is asked for a visit; and as many leads."""
    students = {*settled(house, "fr", families)}
    at: dict[str, Any] = {"school_id": house.id}
    lead: dict[str, Any] = {"name": "Familie", "language": "nl", "email": "x@example.org", "wish": "tour"}

    async def add() -> None:
        async with house.database.working_for(house.id) as session:
            links = await session.rows(select(Guardianship).where(col(Guardianship.student_id).in_(students)))
            for link in links:
                family = {"student_id": link.student_id, "guardian_id": link.guardian_id}
                there = {"activity_id": cafe.id, "moment_id": cafe.evening}
                session.add_all(
                    [
                        SignUp(**at, **family, **there, state="signed_up", adults=1),
                        Idea(**at, guardian_id=link.guardian_id, kind="topic", words="Koken", via="app"),
                        FamilyContact(**at, **family, kind="phone", met_on=datetime.now(UTC).date()),
                        HomeVisit(**at, **family, why={"nl": "Kennismaken"}, asked_at=datetime.now(UTC)),
                        Lead(**at, **lead, keep_until=LATER),
                    ]
                )

    house.run(add())


def sent(house: House, path: str) -> int:
    with listening(house) as said:
        page = house.coordinator_client.get(f"{path}?limit=50")
    assert page.status_code == 200, page.text
    return len(said)


@pytest.mark.slow
def test_statements_of_lists_do_not_grow_to_two_thousand_families(house: House) -> None:
    cafe = invited(house)
    paths = [*LISTS, f"{cafe.url}/sign-ups", f"{cafe.url}/sign-up-totals"]
    busy(house, cafe, 20)
    few = {path: sent(house, path) for path in paths}
    busy(house, cafe, 1_980)
    assert few == {path: sent(house, path) for path in paths}
    assert max(few.values()) <= 3, few
