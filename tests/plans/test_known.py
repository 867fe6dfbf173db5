"""What the decision knows of families, read in a number of statements that does not grow with them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from house import House
from plans.start import Plan
from sqlalchemy import event

from domain.families.models.guardianships import Guardianship
from domain.families.models.students import Student
from domain.plans.decision.asked import Decision, Question
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic, Urgency
from domain.plans.queries.known import Known, known_families

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def known(house: House, *students: str) -> Known:
    async def read() -> Known:
        async with house.database.working_for(house.id) as session:
            return await known_families(session, [UUID(one) for one in students], at=MONDAY)

    return house.run(read())  # type: ignore[no-any-return]


def decided(house: House, **asked: Any) -> Decision:
    question = Question(Topic.CONVERSATIONS, Urgency.ORDINARY, MONDAY, **asked)
    return known(house, house.student).decide(UUID(house.student), question)


def test_without_a_plan_the_school_says_how(house: House) -> None:
    decision = decided(house)
    assert {one.guardian_id for one in decision.reached} == {house.ids["sara"], house.ids["omar"]}
    assert {one.channel for one in decision.reached} == {ContactChannel.PHONE}
    assert [one.guardian_id for one in decision.left_out] == [house.ids["grandmother"]]


def test_the_wishes_of_each_count(house: House, agreed: Plan) -> None:
    channels = {one.guardian_id: one.channel for one in decided(house).reached}
    assert channels == {house.ids["sara"]: ContactChannel.PHONE, house.ids["omar"]: None}


def of_age(house: House) -> None:
    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            (await session.get_row(Student, house.ids["student"])).born_on = date(2008, 1, 1)

    house.run(change())


def test_wishes_of_a_parent_are_no_yes_of_a_student_of_age(house: House, heard: Plan) -> None:
    of_age(house)
    assert {one.guardian_id for one in decided(house).reached} == {None}


def test_a_student_of_age_who_says_yes_to_the_plan_lets_the_parents_in_it_know(house: House, agreed: Plan) -> None:
    of_age(house)
    assert {one.guardian_id for one in decided(house).reached} == {None, house.ids["sara"], house.ids["omar"]}


def statements_for(house: House, number: int) -> int:
    """How many statements the database hears while the families of so many students are read."""
    said: list[str] = []

    async def read() -> None:
        async with house.database.working_for(house.id) as session:
            students = [
                Student(school_id=house.id, given_name="Mila", family_name="A", level="primary", external_ids=[])
                for _ in range(number)
            ]
            session.add_all(students)
            await session.flush()
            links = [
                Guardianship(
                    school_id=house.id, student_id=one.id, guardian_id=house.ids["sara"], relationship="mother"
                )
                for one in students
            ]
            session.add_all(links)
            await session.flush()
            connection = (await session.connection()).sync_connection
            event.listen(connection, "before_cursor_execute", lambda *told: said.append(told[2]))
            read = await known_families(session, [one.id for one in students], at=MONDAY)
            assert sum(len(family.guardians) for family in read.families.values()) == number

    house.run(read())
    return len(said)


def test_fifty_families_take_as_many_statements_as_five(house: House) -> None:
    assert statements_for(house, 5) == statements_for(house, 50) == 7
