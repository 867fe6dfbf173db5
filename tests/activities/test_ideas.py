"""Ideas of parents: asked first, nobody's to other parents, answered, and told what came of them."""

from uuid import UUID

import pytest
from activities.ideas_made import COOKING, IDEAS, WORRY, also_works_here, an_activity, at, bring, of, seen
from house import House
from sqlalchemy import select
from sqlmodel import col

from domain.activities.models import Activity
from domain.activities.queries.heard import parents_heard

SWIMMING = {"kind": "moment", "words": "Vrijdag na het zwemmen ben ik er toch."}


def test_other_parents_read_an_idea_but_never_whose_it_is(house: House) -> None:
    idea = bring(house.sara_client)
    assert (idea["guardian_id"], idea["is_mine"], idea["via"]) == (house.sara, True, "app")
    for other in (house.omar_client, house.other_guardian_client, house.student_client):
        read = other.get(at(idea))
        assert read.json()["words"] == COOKING["words"]
        assert house.sara not in read.text
        assert (read.json()["guardian_id"], read.json()["is_mine"]) == (None, False)
    assert house.anna_client.get(at(idea)).json()["guardian_id"] == house.sara
    [told] = house.heard()
    assert (told["type"], told["data"]) == ("activity_idea.brought", {})


@pytest.mark.parametrize("private", [WORRY, SWIMMING], ids=["worry", "moment"])
def test_a_worry_and_a_moment_are_for_the_team_unless_they_may_be_shared(house: House, private: dict[str, str]) -> None:
    idea, shared = bring(house.sara_client, private), bring(house.sara_client, private, may_be_shared=True)
    words = private["words"]
    assert house.omar_client.get(at(idea)).status_code == 404
    assert house.omar_client.post(at(idea, "support")).status_code == 404
    assert seen(house.omar_client)[words]["id"] == shared["id"]
    assert len(house.sara_client.get(IDEAS).json()["items"]) == len(house.anna_client.get(IDEAS).json()["items"]) == 2


def test_a_parent_who_works_here_reads_the_other_parent_as_a_parent(house: House) -> None:
    """R17: Omar teaches at the school of his child."""
    worry, topic = bring(house.sara_client, WORRY), bring(house.sara_client)
    bram = also_works_here(house, "omar", "bram")
    assert bram.get(at(worry)).status_code == 404
    assert bram.get(at(topic)).json()["guardian_id"] is None
    assert bram.post(at(topic, "answer"), {"words": "Goed idee."}).status_code == 403
    assert bram.get(at(bring(house.other_guardian_client, WORRY))).json()["guardian_id"] == house.other_guardian


def test_an_idea_for_a_class_is_for_its_families(house: House) -> None:
    idea = bring(house.sara_client, class_id=house.first_class)
    assert house.omar_client.get(at(idea)).is_success
    assert house.student_client.get(at(idea)).is_success
    assert house.grandmother_client.get(at(idea)).status_code == 404, "without a right to information"
    assert house.other_guardian_client.get(at(idea)).status_code == 404


def test_the_staff_write_down_what_they_heard(house: House) -> None:
    named = bring(house.anna_client, guardian_id=house.sara)
    nameless = bring(house.anna_client, {"kind": "topic", "words": "Er is nood aan een fietsles."})
    assert [(one["guardian_id"], one["entered_by_id"], one["via"]) for one in (named, nameless)] == [
        (house.sara, house.anna, "staff"),
        (None, house.anna, "staff"),
    ]
    assert house.sara_client.get(at(named)).json()["is_mine"]
    assert house.sara_client.get(at(nameless)).json()["entered_by_id"] is None


def test_nobody_brings_for_whom_they_do_not_see(house: House) -> None:
    for caller, guardian in ((house.sara_client, house.omar), (house.bram_client, house.sara)):
        refused = caller.post(IDEAS, COOKING | {"guardian_id": guardian})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/guardian_id")
    hidden = house.sara_client.post(IDEAS, COOKING | {"activity_id": an_activity(house, "preparing")})
    assert (hidden.status_code, hidden.json()["errors"][0]["pointer"]) == (422, "/activity_id")


def test_each_parent_supports_an_idea_once_and_is_not_named(house: House) -> None:
    idea = bring(house.sara_client)
    for _ in range(2):
        assert house.omar_client.made(at(idea, "support"))["support_count"] == 1
    twice = house.other_guardian_client.made(at(idea, "support"))
    assert (twice["support_count"], twice["i_support"]) == (2, True)
    for client in (house.sara_client, house.anna_client):
        read = client.get(at(idea))
        assert (read.json()["support_count"], read.json()["i_support"]) == (2, False)
        assert house.omar not in read.text
    tag = house.omar_client.get(at(idea)).headers["etag"]
    left = house.omar_client.delete(at(idea, "support"), etag=tag)
    assert (left.json()["support_count"], left.json()["i_support"]) == (1, False)
    assert house.omar_client.delete(at(idea, "support"), etag=tag).status_code == 412


def test_nobody_supports_their_own_idea_or_without_being_a_parent(house: House) -> None:
    idea = bring(house.sara_client)
    own = house.sara_client.post(at(idea, "support"))
    assert (own.status_code, own.json()["code"]) == (409, "own_idea")
    assert house.anna_client.post(at(idea, "support")).status_code == 403


def test_the_team_answers_and_tells_what_came_of_it(house: House) -> None:
    idea, cafe = bring(house.sara_client), an_activity(house, "invited")
    outcome = {"words": "We koken op 4 december.", "activity_id": cafe}
    early = house.anna_client.post(at(idea, "report-back"), outcome)
    assert (early.status_code, early.json()["code"]) == (409, "idea_not_answered")
    house.anna_client.made(at(idea, "answer"), {"words": "Mooi, we bekijken het."})
    read = house.anna_client.made(at(idea, "report-back"), outcome)
    assert (read["status"], read["answered_by_id"], read["outcome_activity_id"]) == ("answered", house.anna, cafe)
    assert house.omar_client.get(at(idea)).json()["outcome"] == "We koken op 4 december."
    told = [one["type"] for one in house.heard() if one["resource"] == "activity-ideas"]
    assert told == ["activity_idea.brought", "activity_idea.answered", "activity_idea.reported_back"]


def test_who_brought_an_idea_takes_it_back(house: House) -> None:
    idea = bring(house.sara_client)
    house.omar_client.made(at(idea, "support"))
    for other in (house.omar_client, house.anna_client):
        assert other.delete(at(idea)).status_code == 403
    assert house.sara_client.delete(at(idea)).status_code == 204
    assert house.sara_client.get(at(idea)).status_code == 404
    assert house.anna_client.delete(at(bring(house.anna_client))).status_code == 204, "heard at the gate"


def test_the_words_stay_when_the_team_gives_an_idea_its_place(house: House) -> None:
    idea, cafe = bring(house.sara_client), an_activity(house, "preparing")
    placed = house.anna_client.patch(at(idea), {"activity_id": cafe})
    assert (placed.json()["activity_id"], placed.json()["words"]) == (cafe, COOKING["words"])
    assert house.anna_client.patch(at(idea), {"words": "Iets anders"}).status_code == 422
    assert list(seen(house.anna_client, activity_id=cafe)) == [COOKING["words"]]


def test_parents_are_heard_once_each_and_at_the_gate_without_a_name(house: House) -> None:
    cafe, other = an_activity(house, "invited"), an_activity(house, "invited")
    idea = bring(house.sara_client, activity_id=cafe)
    bring(house.sara_client, WORRY, activity_id=cafe)
    worry = bring(house.omar_client, WORRY, activity_id=cafe, may_be_shared=True)
    house.sara_client.made(at(worry, "support"))
    house.other_guardian_client.made(at(idea, "support"))
    for _ in range(2):
        bring(house.anna_client, activity_id=cafe)
    bring(house.other_guardian_client, activity_id=other)

    async def heard(activity_id: str) -> int:
        async with house.database.working_for(house.id) as session:
            this = select(parents_heard()).select_from(Activity).where(col(Activity.id) == UUID(activity_id))
            return await session.scalar(this) or 0

    assert [house.run(heard(one)) for one in (cafe, other, an_activity(house))] == [5, 1, 0]


def test_the_next_activity_starts_from_this_one(house: House) -> None:
    cafe = an_activity(house, parents_asked=12, material=["koffie"], budget_cents=5000, wheelchair_access=True)
    waits, done = bring(house.sara_client, activity_id=cafe), bring(house.omar_client, WORRY, activity_id=cafe)
    house.anna_client.made(at(done, "answer"), {"words": "We belden al."})
    made = house.anna_client.made(of(cafe, "next"))
    assert made["made_from_id"] == cafe
    assert (made["status"], made["title"], made["material"]) == ("idea", "Ouderkoffie", ["koffie"])
    assert (made["languages"], made["wheelchair_access"]) == (["nl", "ar"], True)
    assert (made["parents_asked"], made["budget_cents"]) == (0, None)
    assert [one["id"] for one in made["open_ideas"]] == [waits["id"]]
    assert house.sara_client.get(of(made["id"], "evaluations")).status_code == 404, "families do not see it yet"
