"""The forms without an agenda, walked through over HTTP by a teacher, a coordinator, a parent and a prospective one."""

from activities.made import ESSENTIALS, hours
from activities.toured import LEAD, enrolment
from conferences.bookable import key
from house import House
from visits.asked import SOON, YES, question

CAFE = {"kind": "parents_cafe", "title": {"nl": "Koffie met ouders"}, "has_childcare": True}
TOUR = {"kind": "tour", "title": {"nl": "Kom eens kijken"}}


def test_an_activity_from_the_idea_to_the_next_one(house: House) -> None:
    anna, sara, omar = house.anna_client, house.sara_client, house.omar_client
    idea = sara.made("/v1/activity-ideas", {"kind": "topic", "words": "Kunnen we eens samen koken?"})
    omar.made(f"/v1/activity-ideas/{idea['id']}/support")

    cafe = anna.made("/v1/activities", CAFE)
    here = f"/v1/activities/{cafe['id']}"
    anna.made(f"{here}/prepare")
    anna.patch(f"/v1/activity-ideas/{idea['id']}", {"activity_id": cafe["id"]})
    anna.made(f"/v1/activity-ideas/{idea['id']}/answer", {"words": "Graag! We koken in oktober."})
    missing = {one["pointer"] for one in anna.get(f"{here}/readiness").json()["missing"]}
    assert missing == {"/goal", "/for_whom", "/forms", "/languages", "/moments"}, (
        "parents were asked: they came with it"
    )
    assert {one["pointer"] for one in anna.post(f"{here}/invite").json()["errors"]} == missing
    assert sara.get(here).status_code == 404

    anna.patch(here, {name: ESSENTIALS[name] for name in ("goal", "for_whom", "forms", "languages")})
    moment = anna.made(f"{here}/moments", hours() | {"room_id": house.room, "capacity": 3})
    helper = {"role": "materials", "guardian_id": house.omar, "moment_id": moment["id"]}
    anna.made(f"{here}/helpers", helper)
    ahead = anna.get("/v1/messages/preview", params={"kind": "activity_invitation", "activity_id": cafe["id"]}).json()
    assert ahead["totals"]["people"] == 2, "both parents, each through their own plan"
    assert anna.made(f"{here}/invite")["status"] == "invited"
    assert "<title" in anna.get(f"{here}/mind-map.svg").text

    coming = sara.made(f"{here}/sign-ups", {"moment_id": moment["id"], "adults": 1, "children": 2}, headers=key())
    waiting = house.omar_client.made(f"{here}/sign-ups", {"moment_id": moment["id"], "adults": 1}, headers=key())
    assert (coming["state"], waiting["state"]) == ("signed_up", "waiting")
    anna.patch(f"/v1/activity-moments/{moment['id']}", {"capacity": 4})
    assert omar.get(f"/v1/activity-sign-ups/{waiting['id']}").json()["state"] == "signed_up"

    assert anna.post(f"{here}/hold").json()["code"] == "activity_not_begun"
    anna.patch(f"/v1/activity-moments/{moment['id']}", hours(-30 * 24))
    anna.made(f"{here}/hold")
    assert sara.post(f"{here}/evaluations", {"smiley": "happy", "who": "parent"}).status_code == 204
    anna.made(f"{here}/missed", {"student_id": house.student, "way": "phone"})
    assert anna.made(f"{here}/evaluate", {"next_time": "Vroeger beginnen."})["status"] == "evaluated"
    assert anna.made(f"{here}/next")["made_from_id"] == cafe["id"]


def test_a_tour_for_a_family_that_is_not_enrolled_yet(house: House) -> None:
    anna, office = house.anna_client, house.coordinator_client
    tour = anna.made("/v1/activities", TOUR | ESSENTIALS)
    here = f"/v1/activities/{tour['id']}"
    anna.made(f"{here}/prepare")
    morning = anna.made(f"{here}/moments", hours(-8) | {"place": "De poort"})
    anna.made(f"{here}/moments", hours(3) | {"place": "De poort"})
    stop = {"name": {"nl": "De refter", "fr": "Le réfectoire", "en": "The refectory"}, "minutes": 10}
    anna.made(f"{here}/stops", stop | {"doing": "question_die"})
    anna.made(f"{here}/guides", {"moment_id": morning["id"], "staff_id": house.anna})
    anna.made(f"{here}/invite")
    assert anna.get(f"{here}/stop-cards.pdf?lang=ar").content.startswith(b"%PDF")

    lead = office.made("/v1/leads", LEAD | {"told": "Yasmin danst graag.", "may_keep_told": True})
    office.made(f"/v1/leads/{lead['id']}/places", {"moment_id": morning["id"], "people": 3})
    office.made(f"/v1/leads/{lead['id']}/places/{morning['id']}/take")
    asked = anna.made(f"{here}/questions", {"words": "Wat eten de kinderen 's middags?"})
    anna.made(f"{here}/questions/{asked['id']}/answer", {"answer": {"nl": "Soep en boterhammen."}})

    talk = house.admin_client.made(f"/v1/leads/{lead['id']}/enrol", enrolment(house), headers=key())
    assert [point["text"] for point in talk["agenda"]] == ["Yasmin danst graag."]
    assert office.get(f"/v1/leads/{lead['id']}").status_code == 404


def test_a_visit_at_home_and_the_school_knows_whom_it_spoke_with(house: House) -> None:
    anna, sara, office = house.anna_client, house.sara_client, house.coordinator_client
    visit = anna.made("/v1/home-visits", question(house))
    here = f"/v1/home-visits/{visit['id']}"
    assert anna.post(f"{here}/plan", {"starts_at": SOON.isoformat(), "staff_ids": [house.anna]}).status_code == 422
    sara.made(f"{here}/answer", YES)
    anna.made(f"{here}/plan", {"starts_at": SOON.isoformat(), "staff_ids": [house.anna]})
    assert anna.get(f"{here}/address").status_code == 200
    assert office.get(f"{here}/address").status_code == 404
    assert house.omar_client.get(here).status_code == 404, "the other parent sees nothing of it"

    anna.made(f"{here}/check-in")
    assert [one["id"] for one in office.get("/v1/home-visits/out").json()["items"]] == [visit["id"]]
    assert anna.post(f"{here}/check-out").status_code == 204
    assert anna.get(f"{here}/address").status_code == 404, "the visit is over"

    anna.made("/v1/contacts", {"student_id": house.student, "kind": "at_the_gate"})
    row = office.get("/v1/reach", params={"by": "level"}).json()["rows"][0]
    assert (row["spoken_with"], row["never_invited"]) == (1, 1)
    assert "<title" in office.get("/v1/reach.svg").text
    [other] = office.get("/v1/reach/families").json()["items"]
    assert other["student_id"] == house.other_student
