"""Questions of a conversation: copies, of which the family sees what the team shares."""

from typing import Any

from conversations.talks import deed, planned, pointed, proposed, refused, start_talk, with_one
from house import Client, House


def some(client: Client, audience: str, count: int = 2) -> list[str]:
    params = {"meeting_type": "start-conversation", "audience": audience, "limit": count}
    return [one["id"] for one in client.get("/v1/questions", params=params).json()["items"]]


def items(client: Client, url: str) -> list[dict[str, Any]]:
    return client.get(url).json()["items"]  # type: ignore[no-any-return]


def test_a_set_and_named_questions_are_copied_in_order_and_once(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    first, second = some(house.anna_client, "parent")
    chosen = [{"question_id": second, "note": "Rustig"}, {"question_id": first}]
    kept = house.anna_client.made("/v1/question-sets", {"title": {"nl": "x"}, "questions": chosen})
    (third,) = some(house.anna_client, "student", 1)
    made = house.anna_client.made(url, {"question_set_id": kept["id"], "question_ids": [third, first]})["items"]
    assert [(one["source_question_id"], one["note"]) for one in made] == [
        (second, "Rustig"),
        (first, None),
        (third, None),
    ]
    assert house.anna_client.made(url, {"question_ids": [first]})["items"] == made


def test_copies_stay_as_they_are(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    (library,) = some(house.anna_client, "parent", 1)
    made = house.anna_client.made(url, {"question_ids": [library]})["items"]
    own = house.admin_client.made(f"/v1/questions/{library}/adapt", {"text": {"nl": "Wat telt?"}, "phase": "closing"})
    house.admin_client.post(f"/v1/questions/{own['id']}/hide")
    assert items(house.anna_client, url) == made
    french = house.anna_client.get(url, headers={"Accept-Language": "fr"}).json()["items"][0]
    assert french["text"] != made[0]["text"]


def test_the_family_sees_what_the_team_shares_and_never_the_teachers_own(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    named = [some(house.anna_client, audience, 1)[0] for audience in ("parent", "student", "teacher")]
    made = house.anna_client.made(url, {"question_ids": named})["items"]
    family = (house.sara_client, house.omar_client, house.student_client)
    assert [items(client, url) for client in family] == [[], [], []]
    hidden = f"/v1/conversation-questions/{made[0]['id']}"
    assert house.sara_client.get(hidden).status_code == 404
    assert house.anna_client.patch(hidden, {"shared_with_family": True}).status_code == 200
    assert [[one["id"] for one in items(client, url)] for client in family] == [[made[0]["id"]]] * 3
    assert house.sara_client.get(hidden).status_code == 200
    of_teacher = house.anna_client.patch(f"/v1/conversation-questions/{made[2]['id']}", {"shared_with_family": True})
    assert pointed(of_teacher) == [("/shared_with_family", "for_the_teacher")]
    assert house.grandmother_client.get(url).status_code == 404


def test_sharing_at_once_leaves_the_teachers_own_out(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    named = [some(house.anna_client, audience, 1)[0] for audience in ("parent", "teacher")]
    house.anna_client.made(url, {"question_ids": named, "shared_with_family": True})
    assert [one["audience"] for one in items(house.sara_client, url)] == ["parent"]


def test_a_question_is_ticked_moved_and_taken_out(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    first, second = house.anna_client.made(url, {"question_ids": some(house.anna_client, "parent")})["items"]
    one = f"/v1/conversation-questions/{first['id']}"
    asked = house.anna_client.patch(one, {"is_asked": True, "note": "Vertelde veel"}).json()
    assert asked["asked_at"]
    assert house.anna_client.patch(one, {"is_asked": False}).json()["asked_at"] is None
    house.anna_client.patch(one, {"position": 9})
    assert [it["id"] for it in items(house.anna_client, url)] == [second["id"], first["id"]]
    assert house.anna_client.request("DELETE", one).status_code == 428
    assert house.anna_client.delete(one).status_code == 204
    assert [it["id"] for it in items(house.anna_client, url)] == [second["id"]]


def test_only_who_runs_the_conversation_touches_them(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house))
    url = deed(talk, "questions")
    made = house.anna_client.made(url, {"question_ids": some(house.anna_client, "parent", 1)})["items"][0]
    one = f"/v1/conversation-questions/{made['id']}"
    for name, status in (("sara", 403), ("omar", 403), ("bram", 404), ("interpreter", 403)):
        client: Client = getattr(house, f"{name}_client")
        assert client.post(url, {"question_ids": [made["source_question_id"]]}).status_code == status, name
        assert client.patch(one, {"is_asked": True}, etag='"1-0000000000000000"').status_code == status, name


def test_what_cannot_be_copied_is_named(house: House, other_house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    assert refused(house.anna_client.post(url, {})) == (422, "nothing_to_copy")
    assert pointed(house.anna_client.post(url, {"question_ids": [house.student]})) == [
        ("/question_ids/0", "unknown_reference")
    ]
    foreign = {"kind": "school", "title": {"nl": "x"}, "questions": []}
    sets = [other_house.admin_client.made("/v1/question-sets", foreign)["id"]]
    sets.append(house.bram_client.made("/v1/question-sets", foreign | {"kind": "own"})["id"])
    for row_id in sets:
        assert pointed(house.anna_client.post(url, {"question_set_id": row_id})) == [
            ("/question_set_id", "unknown_reference")
        ]


def test_the_family_and_systems_never_read_what_the_team_notes(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    made = house.anna_client.made(
        url, {"question_ids": some(house.anna_client, "parent", 1), "shared_with_family": True}
    )
    one = f"/v1/conversation-questions/{made['items'][0]['id']}"
    house.anna_client.patch(one, {"note": "Rustig vragen", "is_asked": True})
    kept = ("note", "is_asked", "asked_at")
    for who in ("sara", "omar", "student", "system"):
        seen = items(getattr(house, f"{who}_client"), url)[0]
        assert [seen[name] for name in kept] == [None, False, None], who
    mine = items(house.anna_client, url)[0]
    assert (mine["note"], mine["is_asked"], mine["asked_at"] is None) == ("Rustig vragen", True, False)


def test_a_note_is_held_to_what_key_words_are(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    made = house.anna_client.made(url, {"question_ids": some(house.anna_client, "parent", 1)})["items"][0]
    answer = house.anna_client.patch(f"/v1/conversation-questions/{made['id']}", {"note": "ADHD"})
    assert (answer.status_code, pointed(answer)) == (422, [("/note", "special_category")])


def test_an_adapted_question_is_the_same_question(house: House) -> None:
    url = deed(planned(house, start_talk(house)), "questions")
    (library,) = some(house.anna_client, "parent", 1)
    before = house.anna_client.made(url, {"question_ids": [library]})["items"]
    own = house.admin_client.made(f"/v1/questions/{library}/adapt", {"text": {"nl": "Wat telt voor u?"}})
    assert house.anna_client.made(url, {"question_ids": [own["id"]]})["items"] == before


def test_what_has_ended_takes_no_questions(house: House) -> None:
    talk = planned(house, start_talk(house))
    house.anna_client.made(deed(talk, "cancel"), {})
    answer = house.anna_client.post(deed(talk, "questions"), {"question_ids": some(house.anna_client, "parent", 1)})
    assert refused(answer) == (409, "wrong_state")
