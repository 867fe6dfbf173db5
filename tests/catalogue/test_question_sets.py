"""Sets of questions: whose they are, who sees them, who keeps them."""

from typing import Any

import pytest
from house import Client, House

URL = "/v1/question-sets"


def ids(client: Client, count: int = 3) -> list[str]:
    return [one["id"] for one in client.get(f"/v1/questions?limit={count}").json()["items"]]


def body(house: House, kind: str = "own", **more: Any) -> dict[str, Any]:
    first, second, third = ids(house.anna_client)
    chosen = [{"question_id": third, "note": "Rustig aan"}, {"question_id": first}, {"question_id": second}]
    return {"kind": kind, "title": {"nl": "Rustig beginnen"}, "questions": chosen, **more}


def sees(client: Client, row: dict[str, Any]) -> bool:
    listed = row["id"] in [one["id"] for one in client.get(URL).json()["items"]]
    assert listed == (client.get(f"{URL}/{row['id']}").status_code == 200)
    return listed


@pytest.mark.parametrize(
    ("kind", "maker", "readers"),
    [
        ("own", "anna", {"anna"}),
        ("team", "anna", {"anna", "bram", "admin", "coordinator"}),
        ("school", "admin", {"anna", "bram", "admin", "coordinator"}),
    ],
)
def test_who_sees_a_set(house: House, other_house: House, kind: str, maker: str, readers: set[str]) -> None:
    made = getattr(house, f"{maker}_client").made(URL, body(house, kind))
    staff = ("anna", "bram", "admin", "coordinator")
    assert {name for name in staff if sees(getattr(house, f"{name}_client"), made)} == readers
    assert not sees(other_house.admin_client, made)
    assert house.sara_client.get(URL).status_code == 403


def test_a_set_keeps_order_and_notes_and_shows_the_words_of_now(house: House) -> None:
    made = house.anna_client.made(URL, body(house))
    first, second, third = ids(house.anna_client)
    assert [(one["question_id"], one["note"]) for one in made["questions"]] == [
        (third, "Rustig aan"),
        (first, None),
        (second, None),
    ]
    house.admin_client.made(f"/v1/questions/{first}/adapt", {"text": {"nl": "Waarmee start je?"}})
    house.admin_client.post(f"/v1/questions/{second}/hide")
    texts = [one["text"] for one in house.anna_client.get(f"{URL}/{made['id']}").json()["questions"]]
    assert texts[1:] == ["Waarmee start je?", None]
    kept = house.anna_client.patch(f"{URL}/{made['id']}", {"title": {"nl": "Anders"}})
    assert (kept.status_code, kept.json()["title"]) == (200, "Anders")


def test_a_set_is_kept_by_its_maker_and_the_schools_by_the_office(house: House) -> None:
    of_anna = f"{URL}/{house.anna_client.made(URL, body(house, 'team'))['id']}"
    of_school = f"{URL}/{house.admin_client.made(URL, body(house, 'school'))['id']}"
    for client, url in ((house.bram_client, of_anna), (house.anna_client, of_school)):
        for answer in (client.patch(url, {"title": {"nl": "x"}}), client.delete(url)):
            assert (answer.status_code, answer.json()["code"]) == (403, "not_your_set")
    assert house.anna_client.post(URL, body(house, "school")).json()["code"] == "not_your_set"
    assert house.admin_client.post(URL, body(house, "own")).json()["code"] == "not_your_set"  # who is no staff member
    assert house.anna_client.patch(of_anna, {"kind": "school"}).status_code == 403
    assert house.anna_client.patch(of_anna, {"kind": "own"}).status_code == 200
    assert house.bram_client.get(of_anna).status_code == 404
    assert house.coordinator_client.delete(of_school).status_code == 204


def test_a_set_names_questions_that_are_there_and_each_once(house: House, other_house: House) -> None:
    own = {"question_id": house.student}
    answer = house.anna_client.post(URL, body(house, questions=[{"question_id": ids(house.anna_client)[0]}, own]))
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [
        ("/questions/1/question_id", "unknown_reference")
    ]
    twice = [{"question_id": ids(house.anna_client)[0]}] * 2
    assert house.anna_client.post(URL, body(house, questions=twice)).json()["errors"][0]["code"] == "question_twice"
