"""Students bring ideas too, by the same rules; and old ideas are forgotten."""

from datetime import UTC, datetime

from activities.ideas_made import COOKING, IDEAS, WORRY, also_works_here, an_activity, at, bring, of, seen
from house import House
from sqlalchemy import update
from sqlmodel import col

from domain.activities.models import Idea
from domain.kernel import clock
from domain.privacy.retention import forget_in


def test_a_students_idea_is_their_own(house: House) -> None:
    topic, worry = bring(house.student_client), bring(house.student_client, WORRY)
    assert (topic["student_id"], topic["guardian_id"], topic["is_mine"]) == (house.student, None, True)
    assert house.anna_client.get(at(worry)).json()["student_id"] == house.student
    read = house.sara_client.get(at(topic)).json()
    assert (read["words"], read["student_id"], read["is_mine"]) == (COOKING["words"], None, False)
    assert house.sara_client.get(at(worry)).status_code == 404, "also for their parents"
    assert house.sara_client.delete(at(topic)).status_code == 403
    assert house.student_client.delete(at(topic)).status_code == 204


def test_a_parent_who_works_here_reads_it_as_a_parent(house: House) -> None:
    worry = bring(house.student_client, WORRY)
    assert house.bram_client.get(at(worry)).json()["student_id"] == house.student
    assert also_works_here(house, "omar", "bram").get(at(worry)).status_code == 404


def test_students_name_nobody_and_are_no_parents_heard(house: House) -> None:
    refused = house.student_client.post(IDEAS, COOKING | {"guardian_id": house.sara})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/guardian_id")
    cafe = an_activity(house, "preparing")
    house.anna_client.made(of(cafe, "ask"))
    bring(house.student_client, activity_id=cafe)
    missing = [one["code"] for one in house.anna_client.get(of(cafe, "readiness")).json()["missing"]]
    assert "parents_not_asked" in missing


def brought(house: House, on: datetime) -> None:
    """All ideas of the house were brought then."""

    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(update(Idea).where(col(Idea.school_id) == house.id).values(created_at=on))

    house.run(change())


def forget(house: House, on: datetime) -> None:
    async def go() -> None:
        with clock.at(on):
            await forget_in(house.database, house.id)

    house.run(go())


def test_after_two_school_years_an_idea_goes_and_what_came_of_it_is_nobodys(house: House) -> None:
    lost, used = bring(house.student_client), bring(house.sara_client, {"kind": "show", "words": "Ik bak brood."})
    house.omar_client.made(at(used, "support"))
    house.anna_client.made(at(used, "answer"), {"words": "Graag."})
    house.anna_client.made(at(used, "report-back"), {"words": "We bakten.", "activity_id": an_activity(house)})
    brought(house, datetime(2024, 9, 1, tzinfo=UTC))
    forget(house, datetime(2027, 8, 31, tzinfo=UTC))
    assert len(seen(house.anna_client)) == 2
    forget(house, datetime(2027, 9, 1, tzinfo=UTC))
    assert house.anna_client.get(at(lost)).status_code == 404
    left = house.anna_client.get(at(used)).json()
    assert (left["words"], left["guardian_id"], left["support_count"]) == ("Ik bak brood.", None, 0)
    assert house.sara_client.get(at(used)).json()["is_mine"] is False
    version = left["version"]
    forget(house, datetime(2027, 9, 2, tzinfo=UTC))
    assert house.anna_client.get(at(used)).json()["version"] == version, "once"
