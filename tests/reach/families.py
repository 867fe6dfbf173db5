"""Many families at once, for reach."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from house import House

from domain.families.models import Enrollment, Guardian, Guardianship, Student
from domain.kernel.row import new_id
from domain.reach.models.contacts import FamilyContact


def settled(house: House, language: str, number: int, spoken: int = 0) -> list[str]:
    """So many families that speak this language in Anna's class; with the first of them the school spoke last month."""
    at = {"school_id": house.id}
    people: list[Any] = []
    links: list[Any] = []
    students = [new_id() for _ in range(number)]
    for place, student_id in enumerate(students):
        guardian_id = new_id()
        people += [
            Student(
                **at, id=student_id, given_name="Kind", family_name=f"{place:04}", level="primary", external_ids=[]
            ),
            Guardian(**at, id=guardian_id, given_name="O", family_name="Z", languages=[language], external_ids=[]),
        ]
        links += [
            Enrollment(**at, student_id=student_id, class_id=house.ids["first_class"]),
            Guardianship(**at, student_id=student_id, guardian_id=guardian_id),
        ]
        if place < spoken:
            links.append(FamilyContact(**at, student_id=student_id, kind="phone", met_on=last_month()))

    async def add() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(people)
            await session.flush()
            session.add_all(links)

    house.run(add())
    return [str(student_id) for student_id in students]


def last_month() -> date:
    """A day that every table of reach knows of."""
    return datetime.now(UTC).date().replace(day=1) - timedelta(days=3)
