"""Signing up: for whom, when, and what each of them sees."""

from datetime import timedelta
from uuid import uuid4

import pytest
from activities.invited import Invited, invited, one
from conferences.bookable import FIRST, keep, key, refused
from house import House

from api.issuer import ISSUER
from domain.families.models import Guardianship, Restriction
from domain.kernel.permissions import Role
from domain.kernel.principal import Membership


def test_a_family_signs_up_with_how_many_it_comes(cafe: Invited) -> None:
    made = cafe.signed(adults=2, children=1, brings_along=1, language="ar", student_id=cafe.house.student)
    numbers = (made["adults"], made["children"], made["brings_along"], made["language"])
    assert numbers == (2, 1, 1, "ar")
    assert (made["state"], made["waiting_place"], made["told"]) == ("signed_up", None, None)
    assert (made["name"], made["guardian_id"], made["entered"]) == ("Sara Haddad", cafe.house.sara, "app")
    assert cafe.now(made, "sara") == made


def test_the_same_key_signs_up_once(cafe: Invited) -> None:
    again = key()
    body = {"moment_id": str(cafe.morning)}
    first, second = (cafe.client("sara").post(f"{cafe.url}/sign-ups", body, headers=again) for _ in range(2))
    assert first.text == second.text
    assert cafe.client("sara").post(f"{cafe.url}/sign-ups", body).status_code == 400
    assert refused(cafe.asks()) == (409, "already_signed_up")


def test_several_moments_are_fine_and_one_twice_is_not(cafe: Invited) -> None:
    cafe.signed()
    assert cafe.signed(moment=cafe.evening)["state"] == "signed_up"
    assert refused(cafe.asks(moment=cafe.evening)) == (409, "already_signed_up")


def test_separated_parents_each_sign_up_and_see_nothing_of_each_other(cafe: Invited) -> None:
    hers, his = cafe.signed("sara"), cafe.signed("omar")
    for who, theirs, other in (("sara", hers, his), ("omar", his, hers)):
        listed = cafe.client(who).get(f"{cafe.url}/sign-ups").json()["items"]
        assert [row["id"] for row in listed] == [theirs["id"]]
        client = cafe.client(who)
        assert client.get(one(other)).status_code == 404
        assert client.post(one(other, "cancel")).status_code == 404
        tag = cafe.client("anna").get(one(other)).headers["etag"]
        assert client.patch(one(other), {"adults": 2}, etag=tag).status_code == 404


def test_a_student_comes_for_themselves(cafe: Invited) -> None:
    cafe.signed("sara", student_id=cafe.house.student)
    made = cafe.signed("student", adults=0, children=1)
    assert (made["name"], made["guardian_id"], made["student_id"]) == ("Lina Haddad", None, cafe.house.student)
    assert [row["id"] for row in cafe.client("student").get(f"{cafe.url}/sign-ups").json()["items"]] == [made["id"]]
    assert refused(cafe.asks("student", adults=0, children=1)) == (409, "already_signed_up")
    assert refused(cafe.asks("student", student_id=cafe.house.other_student)) == (422, "unknown_reference")


def test_the_school_signs_up_for_a_parent(cafe: Invited) -> None:
    assert refused(cafe.asks("anna")) == (422, "guardian_needed")
    made = cafe.signed("anna", guardian_id=cafe.house.sara)
    assert (made["entered"], made["entered_by_staff_id"]) == ("staff", cafe.house.anna)
    assert cafe.now(made, "sara")["entered_by_staff_id"] is None
    assert refused(cafe.asks("anna", guardian_id=cafe.house.other_guardian)) == (422, "unknown_reference")
    cafe.begins(hours=1)
    assert cafe.signed("anna", guardian_id=cafe.house.omar)["entered"] == "on_the_day"


def test_nobody_signs_up_for_another(cafe: Invited) -> None:
    assert refused(cafe.asks("sara", guardian_id=cafe.house.omar)) == (422, "unknown_reference")
    assert refused(cafe.asks("sara", student_id=cafe.house.other_student)) == (422, "unknown_reference")


def test_who_works_here_and_is_a_parent_sees_nothing_of_the_other_parent(cafe: Invited) -> None:
    house = cafe.house
    his = cafe.signed("omar")
    link = {"student_id": house.ids["student"], "guardian_id": house.ids["other_guardian"]}
    also = Membership(
        school_id=house.id,
        issuer=ISSUER,
        subject=house.subjects["other_guardian"],
        role=Role.COORDINATOR,
        scopes=[],
    )
    keep(house, [also])
    assert house.other_guardian_client.get(one(his)).status_code == 200, "a coordinator sees sign-ups"
    keep(house, [Guardianship(school_id=house.id, relationship="mother", **link)])
    assert house.other_guardian_client.get(one(his)).status_code == 404
    assert refused(cafe.asks("other_guardian", guardian_id=house.sara)) == (422, "unknown_reference")


def test_a_guardian_who_is_kept_from_the_child_is_sent_to_the_school(cafe: Invited) -> None:
    house = cafe.house
    kept = {"student_id": house.ids["student"], "guardian_id": house.ids["omar"], "kind": "no_attendance"}
    days = {"starts_on": FIRST.date() - timedelta(days=60), "ends_on": FIRST.date() + timedelta(days=60)}
    keep(house, [Restriction(school_id=house.id, basis="Vonnis gezien", **kept, **days)])
    assert refused(cafe.asks("omar")) == (409, "no_child_here")
    assert cafe.asks("sara").status_code == 201


@pytest.mark.parametrize("status", ["held", "evaluated"])
def test_only_while_families_are_invited(cafe: Invited, status: str) -> None:
    made = cafe.signed()
    cafe.change(status=status)
    assert refused(cafe.asks("omar")) == (409, "sign_up_not_open")
    assert refused(cafe.client("sara").post(one(made, "cancel"))) == (409, "sign_up_not_open")


def test_what_is_still_an_idea_is_hidden_from_families(cafe: Invited) -> None:
    cafe.change(status="preparing")
    assert cafe.asks().status_code == 404
    assert cafe.client("sara").get(f"{cafe.url}/sign-ups").status_code == 404
    assert refused(cafe.asks("anna", guardian_id=cafe.house.sara)) == (409, "sign_up_not_open")


def test_not_after_it_ended(cafe: Invited) -> None:
    cafe.begins(hours=-1)
    assert cafe.signed()["state"] == "signed_up"
    cafe.begins(hours=-3)
    assert refused(cafe.asks("omar")) == (409, "moment_over")


def test_without_sign_up_people_just_come(house: House) -> None:
    answer = invited(house, sign_up="not_needed").asks()
    assert refused(answer) == (409, "no_sign_up_needed")
    assert "kom gewoon langs" in answer.json()["detail"]


def test_a_moment_of_this_activity(cafe: Invited) -> None:
    other = invited(cafe.house)
    for moment in (other.morning, uuid4()):
        answer = cafe.asks(moment=moment)
        assert refused(answer) == (422, "unknown_reference")
        assert answer.json()["errors"][0]["pointer"] == "/moment_id"


def test_numbers_that_make_no_sense(cafe: Invited) -> None:
    assert cafe.asks(adults=0).json()["errors"][0]["code"] == "nobody_comes"
    assert cafe.asks(adults=21).status_code == 422
    made = cafe.signed()
    assert cafe.client("sara").patch(one(made), {"adults": 0}).status_code == 422
    cafe.change(bring_along=False)
    answer = cafe.asks("omar", brings_along=1)
    assert refused(answer) == (422, "nobody_along")
    assert answer.json()["errors"][0]["pointer"] == "/brings_along"


def test_what_the_feed_tells(cafe: Invited) -> None:
    first = cafe.signed("sara", adults=4)
    cafe.signed("omar")
    cafe.client("sara").post(one(first, "cancel"))
    cafe.client("sara").post(one(first, "cancel"))
    told = [row for row in cafe.house.heard() if row["resource"] == "activity-sign-ups"]
    deeds = [row["type"].partition(".")[2] for row in told]
    assert deeds == ["made", "made", "cancelled", "moved_up"]
    assert set(told[-1]["data"]) == {"activity_id", "moment_id"}
