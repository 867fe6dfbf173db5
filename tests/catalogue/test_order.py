"""The school's own order of questions and points."""

from typing import Any

from house import Client, House

URL = "/v1/meeting-types/start-conversation/question-order"


def order(client: Client, url: str = URL) -> list[str]:
    return client.get(url).json()["ids"]  # type: ignore[no-any-return]


def put(client: Client, ids: list[str], url: str = URL, etag: str | None = None) -> Any:
    return client._change("PUT", url, etag, json={"ids": ids})


def questions(client: Client) -> list[str]:
    listed = client.get("/v1/questions?meeting_type=start-conversation&limit=200").json()["items"]
    return [one["id"] for one in listed]


def test_a_school_asks_in_its_own_order_and_others_do_not(house: House, other_house: House) -> None:
    before = questions(house.anna_client)
    assert order(house.anna_client) == before
    first, last = before[0], before[-1]
    answer = put(house.admin_client, [last, first])
    assert answer.status_code == 200
    assert answer.json()["version"] == 1
    assert questions(house.anna_client) == answer.json()["ids"] == [last, first, *before[1:-1]]
    assert questions(other_house.anna_client) == before
    assert put(house.admin_client, []).json()["version"] == 2
    assert questions(house.anna_client) == before


def test_pages_follow_the_order(house: House) -> None:
    ids = questions(house.admin_client)[::-1]
    assert put(house.admin_client, ids).status_code == 200
    url = "/v1/questions?meeting_type=start-conversation&limit=2"
    page = house.admin_client.get(url).json()
    following = house.admin_client.get(f"{url}&cursor={page['next_cursor']}").json()
    assert [one["id"] for one in page["items"] + following["items"]] == ids[:4]


def test_a_question_keeps_its_place_when_it_is_adapted_and_restored(house: House) -> None:
    library = questions(house.admin_client)[3]
    put(house.admin_client, [library])
    own = house.admin_client.made(f"/v1/questions/{library}/adapt", {})["id"]
    assert order(house.admin_client)[0] == own
    assert put(house.admin_client, [questions(house.admin_client)[1], own]).json()["ids"][1] == own
    house.admin_client.made(f"/v1/questions/{own}/restore")
    assert order(house.admin_client)[1] == library


def test_points_are_ordered_within_their_phase_and_copied_so(house: House) -> None:
    (checklist,) = house.anna_client.get("/v1/checklists?meeting_type=start-conversation").json()["items"]
    url = f"/v1/checklists/{checklist['id']}/order"
    ids = [one["id"] for one in checklist["points"]]
    assert put(house.admin_client, ids[::-1], url).status_code == 200
    points = house.anna_client.get(f"/v1/checklists/{checklist['id']}").json()["points"]
    phases = [one["phase"] for one in points]
    assert phases == [one["phase"] for one in checklist["points"]]
    for phase in set(phases):
        here, before = ([one["id"] for one in of if one["phase"] == phase] for of in (points, checklist["points"]))
        assert here == before[::-1]


def test_an_order_names_only_what_stands_there(house: House, other_house: House) -> None:
    there = questions(house.admin_client)[0]
    talking_tree = house.admin_client.get("/v1/questions?meeting_type=talking-tree&limit=1").json()["items"][0]["id"]
    foreign = other_house.admin_client.made(
        "/v1/questions",
        {
            "meeting_type": "start-conversation",
            "audience": "parent",
            "phase": "opening",
            "levels": ["primary"],
            **{name: {"nl": "Wat helpt?"} for name in ("text", "plain", "use")},
        },
    )["id"]
    answer = put(house.admin_client, [there, talking_tree, foreign])
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/ids/1", "/ids/2"]
    assert answer.status_code == 422


def test_an_order_starts_from_the_one_that_was_seen(house: House) -> None:
    ids = questions(house.admin_client)
    tag = house.admin_client.get(URL).headers["etag"]
    assert put(house.admin_client, ids[:1], etag=tag).status_code == 200
    assert put(house.admin_client, ids[1:2], etag=tag).status_code == 412
    assert house.admin_client.request("PUT", URL, json={"ids": []}).status_code == 428
    assert house.admin_client.get("/v1/meeting-types/tea-party/question-order").status_code == 404
    assert put(house.admin_client, [], "/v1/meeting-types/tea-party/question-order").status_code == 404
