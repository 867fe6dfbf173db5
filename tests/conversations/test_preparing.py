"""Agenda and checklist: what is prepared and looked at."""

from conversations.talks import deed, planned, pointed, proposed, refused, start_talk, with_both, with_one
from house import House

OWN = {"phase": "before", "text": {"nl": "Koffie zetten", "fr": "Préparer du café"}}


def test_family_and_school_bring_points_and_the_familys_come_first(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    of_school = house.anna_client.made(deed(talk, "agenda-items"), {"text": "Lezen"})
    of_family = house.sara_client.made(deed(talk, "agenda-items"), {"text": "Pesten"})
    entered = house.admin_client.made(deed(talk, "agenda-items"), {"text": "Zwemmen", "brought_by": "other_guardian"})
    items = house.omar_client.get(deed(talk, "agenda-items")).json()["items"]
    assert [one["id"] for one in items] == [of_family["id"], entered["id"], of_school["id"]]


def test_a_point_is_brought_in_ones_own_name(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    url = deed(talk, "agenda-items")
    assert house.sara_client.post(url, {"text": "x", "brought_by": "teacher"}).status_code == 403
    assert pointed(house.admin_client.post(url, {"text": "x"})) == [("/brought_by", "who_brings_it")]


def test_who_brought_a_point_takes_it_back(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    url = f"/v1/agenda-items/{house.sara_client.made(deed(talk, 'agenda-items'), {'text': 'Pesten'})['id']}"
    version = house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["version"]
    assert house.omar_client.delete(url).status_code == 403
    assert house.sara_client.request("DELETE", url).status_code == 428
    assert house.sara_client.delete(url).status_code == 204
    assert house.sara_client.get(url).status_code == 404
    assert house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["version"] > version


def test_the_checklist_is_a_copy_of_the_catalogues(house: House) -> None:
    talk = planned(house, start_talk(house))
    url = deed(talk, "checklist")
    assert house.anna_client.get(url).json()["items"] == []
    items = house.anna_client.made(url, {})["items"]
    source = house.anna_client.get("/v1/checklists", params={"meeting_type": "start-conversation"}).json()["items"][0]
    assert [(one["phase"], one["text"], one["example"]) for one in items] == [
        (one["phase"], one["text"], one["example"]) for one in source["points"]
    ]
    assert refused(house.anna_client.post(url, {})) == (409, "checklist_exists")
    in_french = house.anna_client.get(url, headers={"Accept-Language": "fr"}).json()["items"]
    assert in_french[0]["text"] != items[0]["text"]


def test_a_blank_checklist_leaves_the_examples_out(house: House) -> None:
    items = house.anna_client.made(deed(planned(house, start_talk(house)), "checklist"), {"variant": "blank"})["items"]
    assert {one["example"] for one in items} == {None}


def test_own_points_need_no_checklist(house: House) -> None:
    talk = planned(house)
    own = house.anna_client.made(deed(talk, "checklist-items"), OWN)
    assert (own["source_point_id"], own["text"], own["position"]) == (None, "Koffie zetten", 1)


def test_a_tick_says_who_and_when_and_can_be_taken_away(house: House) -> None:
    own = house.anna_client.made(deed(planned(house), "checklist-items"), OWN)
    url = f"/v1/checklist-items/{own['id']}"
    ticked = house.anna_client.patch(url, {"is_ticked": True}).json()
    assert (ticked["is_ticked"], ticked["ticked_by_id"], ticked["ticked_at"] is None) == (True, house.anna, False)
    noted = house.anna_client.patch(url, {"note": "Is klaar"}).json()
    assert (noted["ticked_at"], noted["note"]) == (ticked["ticked_at"], "Is klaar")
    away = house.anna_client.patch(url, {"is_ticked": False}).json()
    assert (away["ticked_at"], away["ticked_by_id"], away["note"]) == (None, None, "Is klaar")
    assert house.anna_client.patch(url, {"note": None}, etag='"1-0000000000000000"').status_code == 412


def test_the_checklist_is_the_teams_own(house: House) -> None:
    talk = planned(house)
    own = house.anna_client.made(deed(talk, "checklist-items"), OWN)
    for who, status in (("sara", 403), ("interpreter", 403), ("system", 403), ("bram", 404)):
        caller = getattr(house, f"{who}_client")
        assert caller.get(deed(talk, "checklist")).status_code == status, who
        assert caller.get(f"/v1/checklist-items/{own['id']}").status_code == status, who


def test_a_conversation_of_one_parent_keeps_its_agenda_from_the_other(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house))
    point = house.sara_client.made(deed(talk, "agenda-items"), {"text": "Verhuis"})
    assert house.omar_client.get(f"/v1/agenda-items/{point['id']}").status_code == 404
    assert house.omar_client.delete(f"/v1/agenda-items/{point['id']}").status_code == 404
