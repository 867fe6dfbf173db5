"""The whole life of a conversation over HTTP, and what each state refuses."""

import pytest
from conversations.talks import Talk, at, deed, do, planned, proposed, refused, running, start_talk, with_both, with_one
from house import House

LATER = at(7 * 24 * 60)


def test_a_start_conversation_from_invitation_to_what_the_next_one_sees(house: House) -> None:
    anna = house.anna_client
    talk = proposed(anna, start_talk(house))
    assert (talk["status"], talk["is_time_chosen"], talk["warnings"]) == ("proposed", True, [])

    assert do(house.sara_client, talk, "accept")["status"] == "proposed"
    assert do(house.omar_client, talk, "accept")["status"] == "planned"
    assert do(anna, talk, "start")["status"] == "running"

    house.student_client.made(deed(talk, "agenda-items"), {"text": "Mijn tekening tonen"})
    house.sara_client.made(deed(talk, "agenda-items"), {"text": "Hoe slaapt ze op school?"})
    agenda = anna.get(f"/v1/conversations/{talk['id']}").json()["agenda"]
    assert [one["brought_by"] for one in agenda] == ["student", "guardian"]

    point = anna.made(deed(talk, "checklist"), {"variant": "with-examples"})["items"][0]
    ticked = anna.patch(f"/v1/checklist-items/{point['id']}", {"is_ticked": True, "note": "Kaartje is mee"}).json()
    assert (ticked["ticked_by_id"], ticked["note"]) == (house.anna, "Kaartje is mee")

    kept = {"purpose": "Opvolging", "text": "Lina tekent graag.", "ends_on": LATER["starts_at"][:10]}
    anna.made(deed(talk, "notes"), kept)
    agreed = anna.made(deed(talk, "agreements"), {"what": "Samen lezen", "who": "guardian"})
    assert do(anna, talk, "complete")["status"] == "completed"

    following = proposed(anna, with_both(house, **LATER))
    assert [one["id"] for one in following["open_agreements"]] == [agreed["id"]]
    done = anna.patch(f"/v1/agreements/{agreed['id']}", {"done_at": LATER["starts_at"]})
    assert done.status_code == 200
    assert anna.get(f"/v1/conversations/{following['id']}").json()["open_agreements"] == []


def test_each_deed_tells_that_it_happened_and_nothing_of_what_was_said(house: House) -> None:
    talk = running(house)
    house.anna_client.made(deed(talk, "notes"), {"purpose": "p", "text": "geheim", "ends_on": LATER["starts_at"][:10]})
    do(house.anna_client, talk, "complete")
    changes = {"items": house.heard()}
    told = [one["type"] for one in changes["items"]]
    assert told == [
        "conversation.proposed",
        "conversation.accepted",
        "conversation.accepted",
        "conversation.started",
        "note.created",
        "conversation.completed",
    ]
    assert "geheim" not in str(changes)


@pytest.mark.parametrize(
    ("reach", "verbs"),
    [
        (lambda house: proposed(house.anna_client, with_both(house)), ["start", "complete", "no-show"]),
        (planned, ["propose", "accept", "complete"]),
        (running, ["propose", "accept", "decline", "acknowledge", "reschedule", "cancel", "start", "no-show"]),
        (
            lambda house: do(house.anna_client, planned(house), "no-show"),
            ["propose", "accept", "decline", "reschedule", "cancel", "start", "complete", "no-show"],
        ),
        (
            lambda house: do(house.anna_client, planned(house), "cancel"),
            ["propose", "accept", "reschedule", "cancel", "start", "complete"],
        ),
    ],
)
def test_a_deed_out_of_turn_is_a_conflict(house: House, reach: object, verbs: list[str]) -> None:
    talk: Talk = reach(house)  # type: ignore[operator]
    bodies = {"propose": at(60), "reschedule": at(60), "start": None, "complete": None, "no-show": None}
    for verb in verbs:
        body = bodies.get(verb, {"guardian_id": house.sara} if verb in {"accept", "decline", "acknowledge"} else {})
        assert refused(house.anna_client.post(deed(talk, verb), body)) == (409, "wrong_state"), verb


def test_an_ended_conversation_takes_no_changes_points_or_early_agreements(house: House) -> None:
    ended = do(house.anna_client, planned(house), "no-show")
    url = f"/v1/conversations/{ended['id']}"
    assert refused(house.anna_client.patch(url, {"goal": "Te laat"})) == (409, "wrong_state")
    assert refused(house.anna_client.post(f"{url}/agenda-items", {"text": "Te laat"})) == (409, "wrong_state")
    assert refused(house.anna_client.post(f"{url}/agreements", {"what": "Niets", "who": "teacher"})) == (
        409,
        "wrong_state",
    )


def test_time_is_told_as_the_school_has_it(house: House) -> None:
    times = {"starts_at": "2026-12-14T15:00:00Z", "ends_at": "2026-12-14T15:20:00Z"}
    talk = proposed(house.anna_client, with_both(house, **times))
    assert (talk["local_start"], talk["time_zone"]) == ("2026-12-14T16:00:00", "Europe/Brussels")
    assert talk["academic_session_id"] == house.year
    listed = house.anna_client.get("/v1/conversations").json()["items"]
    assert [one["local_start"] for one in listed] == ["2026-12-14T16:00:00"]


def test_conversations_are_found_by_who_what_and_when(house: House) -> None:
    client = house.admin_client
    late = proposed(client, with_one(house, **at(60)))
    early = proposed(client, with_one(house, "omar"))

    def found(**query: str) -> list[str]:
        return [one["id"] for one in client.get("/v1/conversations", params=query).json()["items"]]

    assert found() == [early["id"], late["id"]]
    assert found(sort="-starts_at") == [late["id"], early["id"]]
    cursor = client.get("/v1/conversations", params={"limit": "1"}).json()["next_cursor"]
    assert found(limit="1", cursor=cursor) == [late["id"]]
    assert found(guardian_id=house.sara) == [late["id"]]
    assert found(staff_id=house.anna, student_id=house.student, status="proposed") == [early["id"], late["id"]]
    assert found(staff_id=house.bram) == []
    assert found(starts_at_gte=at(30)["starts_at"]) == [late["id"]]
    assert found(starts_at_lt=at(30)["starts_at"], meeting_type="parent-teacher-conference") == [early["id"]]
    assert found(meeting_type="home-visit") == []


def test_a_change_starts_from_the_version_that_was_read(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    url = f"/v1/conversations/{talk['id']}"
    read = house.anna_client.get(url)
    assert house.anna_client.request("PATCH", url, json={"goal": "Lezen"}).status_code == 428
    do(house.sara_client, talk, "accept")
    assert house.anna_client.patch(url, {"goal": "Lezen"}, etag=read.headers["etag"]).status_code == 412
    assert house.anna_client.patch(url, {"goal": "Lezen"}).json()["goal"] == "Lezen"
    assert house.anna_client.get(url, headers={"If-None-Match": read.headers["etag"]}).status_code == 200


def test_a_proposal_repeated_under_its_key_is_made_once(house: House) -> None:
    key = {"Idempotency-Key": "een-gesprek"}
    first = house.anna_client.post("/v1/conversations", with_both(house), headers=key)
    again = house.anna_client.post("/v1/conversations", with_both(house), headers=key)
    assert (first.status_code, again.status_code, again.headers["Idempotency-Replayed"]) == (201, 201, "true")
    assert again.json() == first.json()
    assert len(house.anna_client.get("/v1/conversations").json()["items"]) == 1


def test_what_was_agreed_can_be_listed_until_it_is_done(house: House) -> None:
    talk = running(house)
    one = house.anna_client.made(deed(talk, "agreements"), {"what": "Samen lezen", "who": "guardian"})
    two = house.anna_client.made(deed(talk, "agreements"), {"what": "Bellen", "who": "teacher", "by_on": "2026-12-01"})
    house.anna_client.patch(f"/v1/agreements/{two['id']}", {"done_at": LATER["starts_at"]})

    def found(**query: str) -> list[str]:
        answer = house.sara_client.get("/v1/agreements", params=query | {"student_id": house.student})
        return [agreement["id"] for agreement in answer.json()["items"]]

    assert (found(), found(open="true"), found(open="false")) == ([one["id"], two["id"]], [one["id"]], [two["id"]])
    assert [made["id"] for made in house.sara_client.get(deed(talk, "agreements")).json()["items"]] == found()


def test_a_colleague_who_teaches_the_student_sees_to_an_agreement(house: House) -> None:
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.sara}]
    talk = proposed(house.admin_client, with_one(house, participants=people))
    for verb, body in (("accept", {"guardian_id": house.sara}), ("start", {})):
        house.bram_client.made(deed(talk, verb), body)
    agreed = house.bram_client.made(deed(talk, "agreements"), {"what": "Bellen", "who": "teacher"})
    done = house.anna_client.patch(f"/v1/agreements/{agreed['id']}", {"done_at": LATER["starts_at"]})
    assert (done.status_code, done.json()["done_at"] is None) == (200, False)
    assert house.sara_client.patch(f"/v1/agreements/{agreed['id']}", {"done_at": None}).status_code == 403


def test_an_agreement_names_somebody_who_was_there(house: House) -> None:
    talk = running(house)
    elsewhere = proposed(house.anna_client, with_one(house, **at(120)))["participants"][0]["id"]
    wrong = {"what": "Bellen", "who": "teacher", "participant_id": elsewhere}
    assert refused(house.anna_client.post(deed(talk, "agreements"), wrong)) == (422, "unknown_reference")
    right = wrong | {"participant_id": talk["participants"][0]["id"]}
    assert house.anna_client.made(deed(talk, "agreements"), right)["participant_id"] == right["participant_id"]
