"""What school and staff can offer: each for themselves, the office for all."""

from house import House
from plans.start import SCHOOL_OFFERS, Plan, at

OPTIONS = "/v1/communication-options"


def test_staff_offer_for_themselves_and_the_office_for_all(house: House) -> None:
    own = {"staff_id": house.anna, "channels": ["talk"]}
    assert house.bram_client.post(OPTIONS, own).status_code == 403
    assert house.anna_client.post(OPTIONS, {"channels": ["talk"]}).status_code == 403
    made = house.anna_client.made(OPTIONS, own)
    one = f"{OPTIONS}/{made['id']}"
    assert house.bram_client.patch(one, {"channels": ["phone"]}).status_code == 403
    assert house.anna_client.patch(one, {"staff_id": None}).status_code == 403
    assert house.anna_client.patch(one, {"staff_id": house.bram}).status_code == 403
    assert house.anna_client.patch(one, {"channels": ["phone"]}).json()["channels"] == ["phone"]
    assert house.admin_client.patch(one, {"channels": ["paper"]}).json()["channels"] == ["paper"]
    assert house.bram_client.delete(one).status_code == 403
    assert house.anna_client.delete(one).status_code == 204


def test_school_and_staff_offer_once(house: House) -> None:
    for offer in (SCHOOL_OFFERS, {"staff_id": house.anna, "channels": ["talk"]}):
        house.admin_client.made(OPTIONS, offer)
        assert house.admin_client.post(OPTIONS, offer).status_code == 409


def test_families_read_what_their_own_school_offers_and_write_none_of_it(house: House, other_house: House) -> None:
    made = house.admin_client.made(OPTIONS, SCHOOL_OFFERS)
    assert house.sara_client.get(OPTIONS).json()["items"] == [made]
    assert house.sara_client.post(OPTIONS, SCHOOL_OFFERS).status_code == 403
    assert house.student_client.delete(f"{OPTIONS}/{made['id']}").status_code == 403
    assert other_house.admin_client.get(f"{OPTIONS}/{made['id']}").status_code == 404
    assert other_house.admin_client.get(OPTIONS).json()["items"] == []
    other_house.admin_client.made(OPTIONS, SCHOOL_OFFERS)


def test_a_plan_shows_what_the_school_and_the_own_teachers_offer(house: House, draft: Plan) -> None:
    house.admin_client.patch(f"/v1/staff/{house.anna}", {"teaching_days": ["monday", "tuesday"]})
    for staff_id in (house.anna, house.bram, None):
        house.admin_client.made(OPTIONS, {"staff_id": staff_id, "channels": ["talk"]})
    options = house.sara_client.get(at(draft)).json()["options"]
    assert [(one["staff_id"], one["teaching_days"]) for one in options] == [
        (None, None),
        (house.anna, ["monday", "tuesday"]),
    ]
