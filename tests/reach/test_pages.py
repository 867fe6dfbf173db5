"""The families to reach come in pages, by the alphabet."""

from typing import Any

from house import House
from reach.families import settled

AT = "/v1/reach/families"


def page(house: House, **asked: Any) -> Any:
    answer = house.anna_client.get(AT, params={"limit": 2, **asked})
    assert answer.status_code == 200, answer.text
    return answer


def test_pages_together_are_the_whole_list_once(house: House) -> None:
    settled(house, "fr", 4)
    whole = [one["student_id"] for one in house.anna_client.get(AT).json()["items"]]
    found, cursor = [], None
    for _ in range(3):
        told = page(house, **({"cursor": cursor} if cursor else {})).json()
        found += [one["student_id"] for one in told["items"]]
        cursor = told["next_cursor"]
    assert (found, cursor, len(whole)) == (whole, None, 5)


def test_the_address_of_the_next_page_goes_along_and_names_nobody(house: House) -> None:
    settled(house, "fr", 4)
    first = page(house)
    cursor = first.json()["next_cursor"]
    assert first.headers["link"].endswith(f'cursor={cursor}>; rel="next"')
    assert "0001" not in str(bytes.fromhex(cursor.encode().hex()))


def test_who_was_spoken_with_meanwhile_does_not_break_the_next_page(house: House) -> None:
    students = settled(house, "fr", 4)
    cursor = page(house).json()["next_cursor"]
    house.anna_client.made("/v1/contacts", {"student_id": students[1], "kind": "phone"})
    assert [one["student_id"] for one in page(house, cursor=cursor).json()["items"]] == students[2:]


def test_a_cursor_that_is_none_of_ours_is_refused(house: House) -> None:
    refused = house.anna_client.get(AT, params={"cursor": "abc"})
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_cursor")
