"""What the decision knows of families, read in a number of statements that does not grow with them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from house import House
from plans.start import Plan

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
