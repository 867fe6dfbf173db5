"""Next year the old plan is offered to start the talk from, to each their own parts of it."""

from datetime import date
from typing import Any
from uuid import UUID

from house import House
from plans.start import OMAR_WISHES, Plan, at, talked
from sqlalchemy import update
from sqlmodel import col

from domain.conversations.models.participants import Participant
from domain.kernel.row import new_id
from domain.plans.models import CommunicationPlan
from domain.school.models.years import AcademicSession


def of_last_year(house: House, plan: Plan) -> Plan:
    """The same plan, made a year before."""
    year = AcademicSession(
        school_id=house.id,
        id=new_id(),
        title="2025-2026",
        kind="school_year",
        starts_on=date(2025, 9, 1),
        ends_on=date(2026, 9, 1),
    )

    async def move() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(year)
            await session.flush()
            this = update(CommunicationPlan).where(col(CommunicationPlan.id) == UUID(plan["id"]))
            await session.execute(this.values(academic_session_id=year.id))

    house.run(move())
    return plan


def offered(client: Any, conversation_id: str) -> Any:
    return client.get(f"/v1/conversations/{conversation_id}/communication-plan-offer")


def test_the_old_plan_stands_beside_the_new_and_is_not_copied(house: House, agreed: Plan) -> None:
    of_last_year(house, agreed)
    talk = talked(house)
    before = offered(house.anna_client, talk).json()
    assert (before["earlier"]["id"], before["earlier"]["status"], before["present"]) == (agreed["id"], "ended", None)
    draft = house.anna_client.made("/v1/communication-plans", {"conversation_id": talk, "based_on_id": agreed["id"]})
    assert (draft["agreements"], draft["guardian_wishes"], draft["student_wishes"]) == ([], [], None)
    after = offered(house.anna_client, talk).json()
    assert after["earlier"] == before["earlier"] == house.anna_client.get(at(agreed)).json()
    assert (after["present"], after["present"]["based_on_id"]) == (draft, agreed["id"])


def test_each_finds_their_own_parts_of_both(house: House, agreed: Plan) -> None:
    of_last_year(house, agreed)
    talk = talk_with_family(house)
    draft = house.anna_client.made("/v1/communication-plans", {"conversation_id": talk})
    house.omar_client.made(at(draft, "guardian-wishes"), OMAR_WISHES)
    for client, own, foreign, heard in (
        (house.sara_client, house.sara, house.omar, []),
        (house.omar_client, house.omar, house.sara, [house.omar]),
    ):
        seen = offered(client, talk)
        assert [one["guardian_id"] for one in seen.json()["earlier"]["guardian_wishes"]] == [own]
        assert [one["guardian_id"] for one in seen.json()["present"]["guardian_wishes"]] == heard
        assert foreign not in seen.text
    students = offered(house.student_client, talk).json()["earlier"]
    assert (students["guardian_wishes"], students["student_wishes"]["channels"]) == ([], ["talk"])


def test_this_years_plan_is_no_earlier_one(house: House, agreed: Plan) -> None:
    seen = offered(house.anna_client, agreed["conversation_id"]).json()
    assert (seen["earlier"], seen["present"]["id"]) == (None, agreed["id"])


def test_who_does_not_see_the_talk_is_offered_nothing(house: House, agreed: Plan) -> None:
    for client in (house.bram_client, house.grandmother_client, house.other_guardian_client):
        assert offered(client, agreed["conversation_id"]).status_code == 404


def talk_with_family(house: House) -> str:
    """A start conversation in which the student and both parents take part."""
    talk = talked(house)
    people = {"student_id": house.student}, {"guardian_id": house.sara}, {"guardian_id": house.omar}

    async def join() -> None:
        async with house.database.working_for(house.id) as session:
            for role, person in zip(("student", "guardian", "other_guardian"), people, strict=True):
                named = {name: UUID(value) for name, value in person.items()}
                session.add(Participant(school_id=house.id, conversation_id=UUID(talk), role=role, **named))

    house.run(join())
    return talk
