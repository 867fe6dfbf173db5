"""ETags: what a reader has already is not sent again, and nobody overwrites what they have not seen."""

import re
from typing import Any

import pytest
from house import House

TAG = re.compile(r'"(\d+)-[0-9a-f]{16}"')


def period(house: House) -> dict[str, Any]:
    body = {"name": {"nl": "Feest", "fr": "Fête"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}
    return house.admin_client.made("/v1/calendar-periods", body)


def room(house: House) -> str:
    return f"/v1/rooms/{house.room}"


def test_a_tag_is_strong_and_starts_with_the_version(house: House) -> None:
    answer = house.admin_client.get(room(house))
    assert (found := TAG.fullmatch(answer.headers["etag"]))
    assert int(found[1]) == answer.json()["version"]
    assert answer.headers["etag"] == house.anna_client.get(room(house)).headers["etag"], "the same bytes, the same tag"


@pytest.mark.parametrize("shape", ["{}", "W/{}", '"9-0123456789abcdef", {}', "*"])
@pytest.mark.parametrize("path", ["/v1/rooms/{room}", "/v1/rooms", "/v1/students?limit=1"])
def test_what_the_reader_has_is_not_sent_again(house: House, path: str, shape: str) -> None:
    url = path.format(room=house.room)
    known = house.admin_client.get(url)
    again = house.admin_client.get(url, headers={"If-None-Match": shape.format(known.headers["etag"])})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == known.headers["etag"]
    assert "Accept-Language" in again.headers["vary"]


def test_a_change_is_sent_again(house: House) -> None:
    for url in (room(house), "/v1/rooms"):
        known = house.admin_client.get(url).headers["etag"]
        house.admin_client.patch(room(house), {"capacity": 3 if url == "/v1/rooms" else 4})
        again = house.admin_client.get(url, headers={"If-None-Match": known})
        assert again.status_code == 200
        assert again.headers["etag"] != known


def test_each_language_has_a_tag_of_its_own(house: House) -> None:
    url = f"/v1/calendar-periods/{period(house)['id']}"
    asked = [house.admin_client.get(url, headers={"Accept-Language": language}) for language in ("nl", "fr")]
    everything = house.admin_client.get(f"{url}?lang=all")
    assert len({answer.headers["etag"] for answer in [*asked, everything]}) == 3
    headers = {"If-None-Match": asked[0].headers["etag"], "Accept-Language": "fr"}
    assert house.admin_client.get(url, headers=headers).json()["name"] == "Fête"


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_a_change_says_from_which_version_it_starts(house: House, method: str) -> None:
    before = house.admin_client.get(room(house))
    body = {"json": {"capacity": 3}} if method == "PATCH" else {}
    for tag, status in ((None, 428), ("", 400), ("*", 400), ("1", 400), ('"9-0123456789abcdef"', 412), ('"0-0123456789abcdef"', 412), (f"W/{before.headers['etag']}", 400)):  # fmt: skip
        headers = {} if tag is None else {"If-Match": tag}
        assert house.admin_client.request(method, room(house), headers=headers, **body).status_code == status
    assert house.admin_client.get(room(house)).content == before.content
    headers = {"If-Match": before.headers["etag"]}
    assert house.admin_client.request(method, room(house), headers=headers, **body).is_success


def test_the_tag_of_an_answer_serves_the_next_change(house: House) -> None:
    made = house.admin_client.post("/v1/rooms", {"name": "Turnzaal"})
    url = made.headers["location"]
    changed = house.admin_client.patch(url, {"capacity": 20}, etag=made.headers["etag"])
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert house.admin_client.delete(url, etag=made.headers["etag"]).status_code == 412
    assert house.admin_client.delete(url, etag=changed.headers["etag"]).status_code == 204


def test_of_two_changes_at_once_one_wins_and_the_other_is_told(house: House) -> None:
    tag = house.admin_client.get(room(house)).headers["etag"]
    changes = [("PATCH", room(house), {"json": {"capacity": n}, "headers": {"If-Match": tag}}) for n in (2, 3, 4)]
    answers = house.admin_client.together(*changes)
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]
    won = next(answer.json() for answer in answers if answer.status_code == 200)
    assert house.admin_client.get(room(house)).json() == won


def test_an_etag_hides_no_row_of_another_school(house: House, other_house: House) -> None:
    tag = house.admin_client.get(room(house)).headers["etag"]
    assert other_house.admin_client.get(room(house), headers={"If-None-Match": tag}).status_code == 404
    assert other_house.admin_client.patch(room(house), {"capacity": 3}, etag=tag).status_code == 404
    assert other_house.admin_client.delete(room(house), etag=tag).status_code == 404
