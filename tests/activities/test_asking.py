"""Families are asked what they would like before an activity is fixed."""

from activities.ideas_made import an_activity, bring, of
from activities.made import at, do, idea, invited, refused
from house import House


def test_who_is_asked_sees_it_and_brings_for_it(house: House) -> None:
    cafe = idea(house, class_ids=[house.first_class], budget_cents=5000)
    assert house.sara_client.get(at(cafe)).status_code == 404
    assert do(house.anna_client, cafe, "ask")["asked_at"]
    seen = house.sara_client.get(at(cafe)).json()
    assert (seen["status"], seen["budget_cents"]) == ("idea", None)
    assert bring(house.sara_client, activity_id=cafe["id"])["activity_id"] == cafe["id"]
    for other in (house.other_guardian_client, house.grandmother_client):
        assert other.get(at(cafe)).status_code == 404, "another class, or no right to information"


def test_families_are_asked_once(house: House) -> None:
    cafe = idea(house)
    first, again = (do(house.anna_client, cafe, "ask") for _ in range(2))
    assert (first["asked_at"], first["version"]) == (again["asked_at"], again["version"])
    assert [one["type"] for one in house.heard() if one["type"] == "activity.asked"] == ["activity.asked"]
    assert do(house.anna_client, cafe, "prepare")["status"] == "preparing"


def test_what_is_fixed_is_not_asked_about(house: House) -> None:
    assert refused(house.anna_client.post(at(invited(house), "ask"))) == (409, "wrong_state")
    assert house.sara_client.post(of(an_activity(house, "preparing"), "ask")).status_code == 403
