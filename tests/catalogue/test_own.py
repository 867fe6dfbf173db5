"""What a school makes of the library, and that nobody else sees it."""

from typing import Any

import pytest
from house import Client, House

QUESTION = {
    "meeting_type": "start-conversation",
    "audience": "parent",
    "phase": "opening",
    "levels": ["primary"],
    "text": {"nl": "Wat maakt de ochtend bij jullie vlot?"},
    "plain": {"nl": "Wat helpt in de ochtend?"},
    "use": {"nl": "Noteer één gewoonte."},
}
KEY = "start-conversation.where-do-we-start"
POINT = {"phase": "before", "text": {"nl": "Zet de koffie klaar."}}


def questions(client: Client, **params: Any) -> list[dict[str, Any]]:
    return client.get("/v1/questions", params={"limit": 200, **params}).json()["items"]


def library_question(client: Client) -> dict[str, Any]:
    return next(one for one in questions(client) if one["key"] == KEY)


def checklist(client: Client, **params: Any) -> dict[str, Any]:
    return client.get("/v1/checklists", params={"meeting_type": "start-conversation", **params}).json()["items"][0]


def test_a_question_of_a_school_is_seen_there_and_nowhere_else(house: House, other_house: House) -> None:
    before = len(questions(other_house.anna_client))
    made = house.coordinator_client.made("/v1/questions", QUESTION)
    assert (made["origin"], made["key"]) == ("own", None)
    assert made in questions(house.sara_client)
    assert made["id"] in [one["id"] for one in questions(house.sara_client, q="ochtend")]
    assert len(questions(other_house.anna_client)) == before
    assert other_house.anna_client.get(f"/v1/questions/{made['id']}").status_code == 404
    assert (
        other_house.admin_client.patch(f"/v1/questions/{made['id']}", {}, etag='"1-0000000000000000"').status_code
        == 404
    )


def test_an_own_question_is_changed_and_deleted(house: House) -> None:
    url = f"/v1/questions/{house.admin_client.made('/v1/questions', QUESTION)['id']}"
    changed = house.admin_client.patch(url, {"text": {"fr": "Qu'est-ce qui rend vos matins faciles ?"}})
    assert changed.json()["text"] == QUESTION["text"]["nl"]
    assert house.admin_client.get(url, headers={"Accept-Language": "fr"}).json()["text"].startswith("Qu'est-ce")
    assert house.admin_client.delete(url).status_code == 204
    assert house.admin_client.get(url).status_code == 404


UNSUITABLE = [
    ({"text": {"nl": "Slaapt uw kind goed?"}}, "/text/nl", "question_not_open"),
    ({"plain": {"nl": "Wat?", "fr": "Est-ce que ça va ?"}}, "/plain/fr", "question_not_open"),
    ({"text": {"nl": "Wat?", "en": "Do you sleep well?"}}, "/text/en", "question_not_open"),
    ({"text": {"nl": "Wat " + "x" * 160}}, "/text/nl", "question_too_long"),
    ({"phase": "dessert"}, "/phase", "unknown_phase"),
    ({"meeting_type": "tea-party"}, "/meeting_type", "unknown_reference"),
    ({"development_domain": "none"}, "/development_domain", "unknown_reference"),
    ({"meeting_type": "talking-tree", "phase": "closing"}, "/levels", "other_levels"),
]


def test_a_question_that_does_not_suit_is_refused(house: House) -> None:
    for change, pointer, code in UNSUITABLE:
        answer = house.admin_client.post("/v1/questions", QUESTION | change)
        assert answer.status_code == 422
        assert (pointer, code) in [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


def test_a_change_is_held_to_the_same_rules(house: House) -> None:
    url = f"/v1/questions/{house.admin_client.made('/v1/questions', QUESTION)['id']}"
    assert house.admin_client.patch(url, {"text": {"nl": "Is het goed?"}}).status_code == 422
    library = f"/v1/questions/{library_question(house.admin_client)['id']}"
    assert house.admin_client.post(f"{library}/adapt", {"text": {"nl": "Is het goed?"}}).status_code == 422


def test_an_adaptation_replaces_the_library_in_its_own_school_only(house: House, other_house: House) -> None:
    library = library_question(house.anna_client)
    answer = house.admin_client.post(f"/v1/questions/{library['id']}/adapt", {"text": {"nl": "Waar start jij graag?"}})
    assert answer.status_code == 201
    own = answer.json()
    assert answer.headers["location"] == f"/v1/questions/{own['id']}"
    assert (own["origin"], own["adapts_id"], own["key"]) == ("adapted", library["id"], KEY)
    assert (own["text"], own["use"]) == ("Waar start jij graag?", library["use"])
    assert library_question(house.sara_client) == own
    assert [one["key"] for one in questions(house.sara_client)].index(KEY) == [
        one["key"] for one in questions(other_house.sara_client)
    ].index(KEY)
    assert house.sara_client.get(f"/v1/questions/{library['id']}").status_code == 404
    assert library_question(other_house.sara_client) == library
    assert other_house.sara_client.get(f"/v1/questions/{own['id']}").status_code == 404


@pytest.mark.parametrize("of_library", [True, False])
def test_what_was_adapted_is_restored(house: House, of_library: bool) -> None:
    library = library_question(house.anna_client)
    own = house.admin_client.made(f"/v1/questions/{library['id']}/adapt", {"use": {"nl": "Anders."}})
    named = library if of_library else own
    assert house.admin_client.made(f"/v1/questions/{named['id']}/restore") == library
    assert library_question(house.anna_client) == library
    assert house.admin_client.made(f"/v1/questions/{library['id']}/restore") == library


def test_an_adaptation_is_made_once_and_changed_after_that(house: House) -> None:
    library = library_question(house.anna_client)
    own = house.admin_client.made(f"/v1/questions/{library['id']}/adapt", {})
    for row in (library, own):
        again = house.admin_client.post(f"/v1/questions/{row['id']}/adapt", {})
        assert (again.status_code, again.json()["code"]) == (409, "already_own")
    assert house.admin_client.patch(f"/v1/questions/{own['id']}", {"audience": "parent"}).status_code == 200
    assert house.admin_client.delete(f"/v1/questions/{own['id']}").status_code == 204
    assert library_question(house.anna_client) == library


def test_two_who_adapt_at_once_make_one_version(house: House) -> None:
    library = library_question(house.anna_client)
    deed = ("POST", f"/v1/questions/{library['id']}/adapt", {"json": {}})
    statuses = sorted(answer.status_code for answer in house.admin_client.together(deed, deed))
    assert statuses == [201, 409]


def test_hiding_is_for_the_own_school_and_is_undone(house: House, other_house: House) -> None:
    library = library_question(house.anna_client)
    url = f"/v1/questions/{library['id']}"
    assert house.admin_client.post(f"{url}/hide").status_code == 204
    assert KEY not in [one["key"] for one in questions(house.sara_client)]
    assert house.sara_client.get(url).status_code == 404
    assert other_house.sara_client.get(url).json() == library
    assert house.admin_client.post(f"{url}/hide").status_code == 204
    assert house.admin_client.post(f"{url}/adapt", {}).status_code == 409
    assert house.admin_client.made(f"{url}/restore") == library
    assert library_question(house.sara_client) == library


def test_an_own_question_is_hidden_and_comes_back(house: House) -> None:
    made = house.admin_client.made("/v1/questions", QUESTION)
    url = f"/v1/questions/{made['id']}"
    assert house.admin_client.post(f"{url}/hide").status_code == 204
    assert house.admin_client.get(url).status_code == 404
    assert house.admin_client.made(f"{url}/restore")["text"] == made["text"]


def test_the_library_stays_as_it_is(house: House) -> None:
    library = library_question(house.admin_client)
    url = f"/v1/questions/{library['id']}"
    for answer in (house.admin_client.patch(url, {"audience": "teacher"}), house.admin_client.delete(url)):
        assert (answer.status_code, answer.json()["code"]) == (403, "library_row")
        assert "adapt" in answer.json()["detail"].lower()
    assert house.admin_client.get(url).json() == library


def test_only_the_office_writes(house: House) -> None:
    for client in (house.sara_client, house.student_client, house.anna_client, house.interpreter_client):
        url = f"/v1/questions/{library_question(client)['id']}"
        deeds = (
            client.post("/v1/questions", QUESTION),
            client.post(f"{url}/adapt", {}),
            client.post(f"{url}/hide"),
            client.post(f"{url}/restore"),
            client.patch(url, {}),
            client.delete(url),
        )
        assert {(answer.status_code, answer.json()["code"]) for answer in deeds} == {(403, "forbidden")}


def test_what_does_not_exist_is_neither_adapted_nor_hidden(house: House) -> None:
    for verb in ("adapt", "hide", "restore"):
        url = f"/v1/questions/{house.student}/{verb}"
        assert house.admin_client.post(url, {} if verb == "adapt" else None).status_code == 404


def test_own_points_come_after_those_of_the_library_in_their_phase(house: House, other_house: House) -> None:
    listed = checklist(house.anna_client)
    made = house.admin_client.made("/v1/checklist-points", POINT | {"checklist_id": listed["id"]})
    points = checklist(house.anna_client)["points"]
    of_phase = [point["id"] for point in points if point["phase"] == "before"]
    assert of_phase[-1] == made["id"]
    assert made in points
    assert checklist(other_house.anna_client) == listed
    blank = next(
        point for point in checklist(house.anna_client, variant="blank")["points"] if point["id"] == made["id"]
    )
    assert (blank["own_actions"], blank["origin"]) == ([], "own")


def test_a_point_is_adapted_hidden_and_restored(house: House, other_house: House) -> None:
    listed = checklist(house.anna_client)
    first, second = listed["points"][:2]
    own = house.admin_client.made(f"/v1/checklist-points/{first['id']}/adapt", {"tip": None, "example": {"nl": "Zo."}})
    assert (own["tip"], own["example"], own["text"]) == (None, "Zo.", first["text"])
    assert house.admin_client.post(f"/v1/checklist-points/{second['id']}/hide").status_code == 204
    assert checklist(house.anna_client)["points"] == [own, *listed["points"][2:]]
    assert checklist(other_house.anna_client) == listed
    house.admin_client.made(f"/v1/checklist-points/{own['id']}/restore")
    house.admin_client.made(f"/v1/checklist-points/{second['id']}/restore")
    assert checklist(house.anna_client) == listed


def test_a_point_needs_a_checklist_that_exists(house: House) -> None:
    answer = house.admin_client.post("/v1/checklist-points", POINT | {"checklist_id": house.student})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/checklist_id"]


def test_a_point_of_the_library_is_adapted_instead(house: House) -> None:
    point = checklist(house.admin_client)["points"][0]
    answer = house.admin_client.patch(f"/v1/checklist-points/{point['id']}", {"essential": False})
    assert (answer.status_code, answer.json()["code"]) == (403, "library_row")


def test_systems_hear_of_every_deed(house: House) -> None:
    library = library_question(house.admin_client)["id"]
    own = house.admin_client.made(f"/v1/questions/{library}/adapt", {})["id"]
    house.admin_client.post(f"/v1/questions/{library}/restore")
    house.admin_client.post(f"/v1/questions/{library}/hide")
    made = house.admin_client.made("/v1/questions", QUESTION)["id"]
    heard = [(one["type"], one["resource_id"]) for one in house.heard()]
    assert heard == [
        ("question.adapted", own),
        ("question.restored", library),
        ("question.hidden", library),
        ("question.created", made),
    ]
