"""Timetables: each reader finds what is theirs, and nothing else."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from conferences.evening import THURSDAY, TOPIC, TUESDAY, Evening, published
from house import Client, House

from domain.conferences.models import ConferenceFamily, ConferenceRound
from domain.conversations.models.conversations import Conversation
from domain.families.models import Restriction
from domain.kernel.claims import Claim, Claimed
from domain.kernel.resources import ResourceKind
from domain.kernel.row import new_id


def read(client: Client, url: str, **asked: Any) -> dict[str, Any]:
    answer = client.get(url, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


def test_a_family_finds_its_own_way(house: House) -> None:
    evening = published(house)
    found = read(house.sara_client, evening.of_family("sara"))
    assert [
        (one["local_start"][11:16], one["room"], one["location"], one["walking_minutes"]) for one in found["talks"]
    ] == [
        ("17:00", "Leeshoek", "Hoofdgebouw", 7),
        ("17:20", "Atelier", "Paviljoen", None),
        ("13:30", "Leeshoek", "Hoofdgebouw", None),
    ], "the way is to the next talk of the same day"
    assert [one["given_name"] for one in found["talks"][2]["people"]] == ["Anna", "Ilham"]
    assert found["talks"][0]["students"] == [{"given_name": "Lina", "family_name": "Haddad", "school_class": "3A"}]


def test_who_walks_slowly_gets_more_time(house: House) -> None:
    evening = published(house)
    evening.change(ConferenceFamily, "sara", extra_walking_minutes=5)
    assert read(house.sara_client, evening.of_family("sara"))["talks"][0]["walking_minutes"] == 12
    evening.change(Conversation, "sara_bram", channel="phone")
    assert read(house.sara_client, evening.of_family("sara"))["talks"][0]["walking_minutes"] == 15, "channel change"


def test_a_way_is_as_long_on_paper_as_for_booking(house: House) -> None:
    """Between two buildings it never takes less than between two rooms, as booking and the planner have it."""
    evening = published(house, room_change_minutes=9)
    assert read(house.sara_client, evening.of_family("sara"))["talks"][0]["walking_minutes"] == 9


def test_parents_who_live_apart_learn_nothing_of_each_other(house: House) -> None:
    """R17 and R20: a talk together stands with each of them, without the other."""
    evening = published(house)
    sara, omar = (read(getattr(house, f"{name}_client"), evening.of_family(name)) for name in ("sara", "omar"))
    shared = {str(evening.ids["together"])}
    assert {one["conversation_id"] for one in sara["talks"]} & {
        one["conversation_id"] for one in omar["talks"]
    } == shared
    assert "Omar" not in str(sara)
    assert "Sara" not in str(omar)
    for ending in ("", ".pdf", ".ics"):
        assert house.sara_client.get(evening.of_family("omar", ending)).status_code == 404
        assert house.other_guardian_client.get(evening.of_family("sara", ending)).status_code == 404


def test_who_is_kept_from_a_child_finds_no_timetable(house: House) -> None:
    evening = published(house)
    limit = {
        "student_id": house.ids["student"],
        "guardian_id": house.ids["omar"],
        "basis": "Beslissing",
        "kind": "no_attendance",
    }

    async def restrict() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(Restriction(school_id=house.id, starts_on=date(2020, 1, 1), ends_on=date(2099, 1, 1), **limit))

    house.run(restrict())
    assert house.omar_client.get(evening.of_family("omar")).status_code == 404
    assert house.admin_client.get(evening.of_family("omar")).status_code == 200


def test_a_teacher_finds_who_comes_and_what_is_free(house: House) -> None:
    evening = published(house)
    found = read(house.anna_client, evening.of_staff("anna"), session_id=evening.ids["tuesday"])
    assert [(one["local_start"][11:16], one["topics"]) for one in found["talks"]] == [("17:00", [TOPIC]), ("17:50", [])]
    assert [one["given_name"] for one in found["talks"][0]["people"]] == ["Sara"]
    spans = {
        name: [(one["local_start"][11:16], one["local_end"][11:16]) for one in found[name]]
        for name in ("breaks", "free")
    }
    assert spans == {
        "breaks": [("17:30", "17:40")],
        "free": [("17:10", "17:30"), ("17:40", "17:50"), ("18:00", "19:00")],
    }


def test_what_is_taken_by_anything_else_is_not_free(house: House) -> None:
    evening = published(house)
    start = TUESDAY + timedelta(minutes=10)
    taken = Claimed(ResourceKind.TEACHER, house.ids["anna"], start, start + timedelta(minutes=15))

    async def claim() -> None:
        async with house.database.working_for(house.id) as session:
            holder = new_id()
            session.add_all(
                Claim(school_id=house.id, resource_id=taken.resource_id, cell=cell, kind=taken.kind, holder_id=holder)
                for cell in taken.cells()
            )

    house.run(claim())
    free = read(house.anna_client, evening.of_staff("anna"))["free"]
    assert free[0]["local_start"][11:16] == "17:40", "what is left before the break is too short for a talk"


def test_a_teacher_reads_only_their_own(house: House) -> None:
    evening = published(house)
    for ending in ("", ".pdf", ".ics", ".xlsx"):
        assert house.bram_client.get(evening.of_staff("anna", ending)).status_code == 404
        assert house.sara_client.get(evening.of_staff("anna", ending)).status_code == 404
        assert house.coordinator_client.get(evening.of_staff("anna", ending)).status_code == 200
    assert house.anna_client.get(evening.url("timetable.pdf")).status_code == 404, "all pages are the office's"


@pytest.mark.parametrize("name", ["anna", "admin", "system"])
def test_a_door_names_no_child_and_no_family(house: House, name: str) -> None:
    evening = published(house)
    found = read(getattr(house, f"{name}_client"), evening.of_room("leeshoek"))
    assert not any(word in str(found) for word in ("Lina", "Haddad", "Sara", TOPIC))
    [anna] = found["staff"]
    assert [one["is_free"] for one in anna["times"]] == [False, True, True, False, True, False, True]


def test_only_the_office_may_put_families_on_a_door(house: House) -> None:
    evening = published(house)
    found = read(house.admin_client, evening.of_room("leeshoek"), families=True)
    assert found["staff"][0]["times"][0]["family"] == "Haddad"
    assert "Lina" not in str(found)
    answer = house.anna_client.get(evening.of_room("leeshoek"), params={"families": True})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert house.sara_client.get(evening.of_room("leeshoek")).status_code == 404


def test_an_evening_names_families_for_who_may_know_them_and_tells_no_topics(house: House) -> None:
    evening = published(house)
    for client, seen in ((house.admin_client, 5), (house.anna_client, 4), (house.bram_client, 2)):
        found = read(client, evening.url())
        assert TOPIC not in str(found)
        talks = [talk for one in found["staff"] for talk in one["talks"]]
        assert (len(talks), sum(talk["is_named"] for talk in talks)) == (5, seen)
        assert all(talk["is_named"] or talk["students"] == talk["families"] == [] for talk in talks)
    assert "Noah" not in str(read(house.anna_client, evening.url()))
    assert house.sara_client.get(evening.url()).status_code == 404


def test_one_evening_can_be_asked_for(house: House) -> None:
    evening = published(house)
    found = read(house.anna_client, evening.url(), session_id=evening.ids["thursday"])
    assert [one["starts_at"] for one in found["sessions"]] == [THURSDAY.isoformat().replace("+00:00", "Z")]
    assert [len(one["talks"]) for one in found["staff"]] == [1, 0]
    assert house.anna_client.get(evening.url(), params={"session_id": str(uuid4())}).status_code == 404


def test_before_it_is_out_only_the_office_sees_it(house: House) -> None:
    evening = published(house, status="planning")
    for client, url in own_timetables(house, evening):
        assert client.get(url).status_code == 404
    assert house.admin_client.get(evening.url()).status_code == 200
    evening.change(ConferenceRound, "", status="running")
    for client, url in own_timetables(house, evening):
        assert client.get(url).status_code == 200


def own_timetables(house: House, evening: Evening) -> list[tuple[Client, str]]:
    return [
        (house.anna_client, evening.url()),
        (house.anna_client, evening.of_staff("anna")),
        (house.anna_client, evening.of_room("leeshoek")),
        (house.sara_client, evening.of_family("sara")),
    ]


def test_what_is_called_off_is_free_again_and_no_stop_on_the_way(house: House) -> None:
    evening = published(house)
    evening.change(Conversation, "sara_bram", status="cancelled")
    talks = read(house.sara_client, evening.of_family("sara"))["talks"]
    assert [(one["status"], one["walking_minutes"]) for one in talks] == [
        ("planned", None),
        ("cancelled", None),
        ("planned", None),
    ]


def test_who_has_it_does_not_get_it_again(house: House) -> None:
    evening = published(house)
    for client, url in (
        *own_timetables(house, evening),
        (house.sara_client, evening.of_family("sara", ".pdf")),
        (house.sara_client, evening.of_family("sara", ".ics")),
        (house.anna_client, evening.url("timetable.xlsx")),
        (house.anna_client, evening.url("timetable.svg")),
    ):
        first = client.get(url)
        again = client.get(url, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content, again.headers["cache-control"]) == (304, b"", "private, no-cache"), (
            url
        )
