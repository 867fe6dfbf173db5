"""Looking back without names, and whom the school missed."""

from typing import Any

import pytest
from activities.ideas_made import HAPPY, also_works_here, an_activity, evaluation, miss, of, tap
from house import House
from sqlalchemy import text

COUNTED = {"counts": {"parent": {"happy": 4, "sad": 1}, "student": {"very_happy": 7}}}
REMARK = {"words": "Zet de koffie dichter bij de deur.", "language": "nl"}


def kept(house: House) -> str:
    """All that the database keeps of this school and this test could have to do with smileys, as text."""
    tables = ("activity_evaluations", "activity_taps", "replays", "events")

    async def read() -> str:
        async with house.database.working_for(house.id) as session:
            rows = [
                await session.execute(text(f"SELECT to_jsonb(row)::text FROM {one} row WHERE school_id = '{house.id}'"))
                for one in tables
            ]
            return "\n".join(row for found in rows for row in found.scalars())

    return str(house.run(read()))


def tapped(house: House) -> list[dict[str, Any]]:
    async def read() -> list[dict[str, Any]]:
        async with house.database.working_for(house.id) as session:
            return [dict(row) for row in (await session.execute(text("SELECT * FROM activity_taps"))).mappings()]

    return house.run(read())  # type: ignore[no-any-return]


def test_smileys_are_counted_by_voice(house: House) -> None:
    cafe = an_activity(house)
    assert tap(house.sara_client, cafe, remark=REMARK) == 204
    assert tap(house.omar_client, cafe) == 204
    assert tap(house.student_client, cafe, who="student", smiley="sad") == 204
    assert tap(house.anna_client, cafe, who="team", smiley="neutral") == 204
    counts = {"parent": {"happy": 2}, "student": {"sad": 1}, "team": {"neutral": 1}}
    team, family = evaluation(house.anna_client, cafe), evaluation(house.omar_client, cafe)
    assert team["tapped"] == family["tapped"] == counts
    assert (team["remarks"], family["remarks"]) == ([REMARK], None)


def test_nothing_that_is_kept_says_who_gave_which_smiley(house: House) -> None:
    cafe = an_activity(house)
    key = {"Idempotency-Key": "my-only-tap"}
    assert house.sara_client.post(of(cafe, "evaluations"), HAPPY | {"remark": REMARK}, headers=key).status_code == 204
    everything = kept(house)
    assert REMARK["words"] in everything
    for trace in (house.sara, house.subjects["sara"], "my-only-tap"):
        assert trace not in everything
    [one] = tapped(house)
    assert {(at.hour, at.minute, at.second, at.microsecond) for at in (one["created_at"], one["updated_at"])} == {
        (0, 0, 0, 0)
    }
    assert set(one) == {"school_id", "id", "version", "created_at", "updated_at", "activity_id"}
    assert one["id"].version != 7, "its id tells the time"


def test_remarks_stand_in_no_order_of_time(house: House) -> None:
    cafe, said = an_activity(house), ["Zeer gezellig", "Altijd welkom", "meer kinderen"]
    callers = (house.sara_client, house.omar_client, house.other_guardian_client)
    for caller, words in zip(callers, said, strict=True):
        assert tap(caller, cafe, remark={"words": words}) == 204
    found = [one["words"] for one in evaluation(house.anna_client, cafe)["remarks"]]
    assert found == ["Altijd welkom", "meer kinderen", "Zeer gezellig"]


def test_everybody_taps_once(house: House) -> None:
    cafe = an_activity(house)
    assert [tap(house.sara_client, cafe) for _ in range(3)] == [204, 409, 409]
    assert tap(house.sara_client, an_activity(house)) == 204, "another activity"
    assert evaluation(house.sara_client, cafe)["tapped"] == {"parent": {"happy": 1}}


def test_tapping_fast_is_tapping_once(house: House) -> None:
    cafe = an_activity(house)
    fast = [("POST", of(cafe, "evaluations"), {"json": HAPPY})] * 5
    assert sorted(answer.status_code for answer in house.sara_client.together(*fast)) == [204, 409, 409, 409, 409]
    assert evaluation(house.anna_client, cafe)["tapped"] == {"parent": {"happy": 1}}


@pytest.mark.parametrize(("who", "voice"), [("sara", "team"), ("student", "parent"), ("anna", "parent")])
def test_nobody_speaks_as_another(house: House, who: str, voice: str) -> None:
    refused = getattr(house, f"{who}_client").post(of(an_activity(house), "evaluations"), HAPPY | {"who": voice})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/who")


@pytest.mark.parametrize(
    ("status", "answer"), [("idea", 404), ("preparing", 404), ("invited", 409), ("evaluated", 409)]
)
def test_smileys_are_given_while_it_is_held(house: House, status: str, answer: int) -> None:
    assert tap(house.sara_client, an_activity(house, status)) == answer


def test_a_sheet_at_the_door_is_counted_beside_the_taps(house: House) -> None:
    cafe = an_activity(house)
    tag = house.anna_client.get(of(cafe, "evaluations")).headers["etag"]
    assert tap(house.sara_client, cafe) == 204
    assert house.anna_client.put(of(cafe, "evaluations", "tally"), COUNTED, etag=tag).status_code == 412
    tag = house.anna_client.get(of(cafe, "evaluations")).headers["etag"]
    read = house.anna_client.put(of(cafe, "evaluations", "tally"), COUNTED, etag=tag).json()
    assert (read["tallied"], read["tapped"]) == (COUNTED["counts"], {"parent": {"happy": 1}})
    wrong = house.anna_client.put(of(cafe, "evaluations", "tally"), {"counts": {"parent": {"sad": -1}}}, etag=tag)
    assert wrong.status_code == 422


def test_an_activity_is_evaluated_when_people_were_asked_and_it_is_clear_who_was_missed(house: House) -> None:
    cafe = an_activity(house)
    assert _missing(house, cafe) == {("", "no_smiley_or_remark"), ("/nobody_missed", "missed_not_answered")}
    tap(house.sara_client, cafe)
    assert _missing(house, cafe) == {("/nobody_missed", "missed_not_answered")}
    miss(house, cafe)
    assert _missing(house, cafe, nobody_missed=True) == {("/nobody_missed", "somebody_was_missed")}
    done = house.anna_client.made(of(cafe, "evaluate"), {"next_time": "Vroeger beginnen."})
    assert (done["status"], done["next_time"]) == ("evaluated", "Vroeger beginnen.")
    assert evaluation(house.sara_client, cafe)["next_time"] is None
    assert tapped(house) == [], "who tapped is forgotten"
    assert house.anna_client.made(of(cafe, "next"))["next_time"] == "Vroeger beginnen."
    assert next(one["type"] for one in house.heard() if one["resource"] == "activities") == "activity.evaluated"


def _missing(house: House, cafe: str, **more: Any) -> set[tuple[str, str]]:
    refused = house.anna_client.post(of(cafe, "evaluate"), more)
    assert refused.status_code == 422
    return {(one["pointer"], one["code"]) for one in refused.json()["errors"]}


def test_whom_we_missed_is_a_task_for_somebody(house: House) -> None:
    cafe = an_activity(house)
    task = miss(house, cafe, note="Bel na zes uur", due_on="2026-12-04")
    url = f"/v1/missed-families/{task['id']}"
    mine = house.anna_client.get("/v1/missed-families", params={"staff_id": house.anna, "is_done": False}).json()
    assert [one["id"] for one in mine["items"]] == [task["id"]]
    assert house.anna_client.patch(url, {"is_done": True}).status_code == 204
    done = house.anna_client.get(url).json()
    assert (done["is_done"], done["done_by_id"]) == (True, house.anna)
    assert house.anna_client.patch(url, {"way": "home_visit"}, etag='"1-0000000000000000"').status_code == 412
    again = house.admin_client.post(of(cafe, "missed"), {"student_id": house.student, "way": "phone"})
    assert again.status_code == 409
    assert (
        house.anna_client.post(
            of(an_activity(house, "invited"), "missed"), {"student_id": house.student, "way": "phone"}
        ).status_code
        == 409
    )


def test_whom_we_missed_is_for_the_school_alone(house: House) -> None:
    cafe = an_activity(house)
    task = miss(house, cafe)
    url = f"/v1/missed-families/{task['id']}"
    assert house.sara_client.get(url).status_code == 403
    assert house.bram_client.get(url).status_code == 404, "another class"
    refused = house.bram_client.post(of(cafe, "missed"), {"student_id": house.student, "way": "phone"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/student_id")
    house.anna_client.patch(url, {"staff_id": house.bram})
    assert house.bram_client.get(url).is_success, "whose task it is"
    assert also_works_here(house, "omar", "bram").get(url).status_code == 404, "a parent of the student"
