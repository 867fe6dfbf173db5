"""Notes: who reads them, who may change them, and when they are gone (R24, R26 to R28, R30)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conversations.talks import at, deed, pointed, refused, running, start_talk, with_one
from house import House
from sqlalchemy import update

from domain.conversations.models.notes import Note

NOTE = {
    "purpose": "Opvolging van het lezen",
    "text": "Lina leest graag voor.",
    "keywords": ["lezen"],
    "ends_on": "2040-01-01",
}


def with_care(house: House) -> dict[str, Any]:
    """All of a start conversation, with Bram as care coordinator, announced and known."""
    talk = start_talk(house)
    care = {"role": "care_coordinator", "staff_id": house.bram, "reason": "Kent Lina van vorig jaar"}
    made = house.anna_client.made("/v1/conversations", talk | {"participants": [*talk["participants"], care]})
    for verb in ("accept", "acknowledge"):
        for guardian in (house.sara, house.omar):
            house.anna_client.made(deed(made, verb), {"guardian_id": guardian})
    return house.anna_client.made(deed(made, "start"))


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        ("author", {"anna"}),
        ("care_team", {"anna", "bram", "admin", "coordinator"}),
        ("teachers_of_student", {"anna", "bram", "admin", "coordinator"}),
        ("guardians", {"anna", "bram", "admin", "coordinator", "sara", "omar"}),
        ("guardians_and_student", {"anna", "bram", "admin", "coordinator", "sara", "omar", "student"}),
    ],
)
def test_a_note_is_read_by_its_circle(house: House, visibility: str, readers: set[str]) -> None:
    talk = with_care(house)
    note = house.anna_client.made(deed(talk, "notes"), NOTE | {"visibility": visibility})
    people = ("anna", "bram", "admin", "coordinator", "sara", "omar", "student")
    url = f"/v1/notes/{note['id']}"
    assert {who for who in people if getattr(house, f"{who}_client").get(url).status_code == 200} == readers
    listed = {who for who in people if getattr(house, f"{who}_client").get(deed(talk, "notes")).json()["items"]}
    assert listed == readers
    assert house.system_client.get(url).status_code == 403


def test_a_parent_without_right_to_information_reads_no_notes(house: House) -> None:
    talk = with_care(house)
    note = house.anna_client.made(deed(talk, "notes"), NOTE | {"visibility": "guardians"})
    link = {"guardian_id": house.omar, "relationship": "father", "right_to_information": False}
    house.admin_client.made(f"/v1/students/{house.student}/guardianships", link)
    assert house.omar_client.get(f"/v1/notes/{note['id']}").status_code == 404


def test_a_note_past_its_day_is_gone_for_everybody(house: House) -> None:
    talk = running(house)
    note = house.anna_client.made(deed(talk, "notes"), NOTE)
    yesterday = datetime.now(UTC).date() - timedelta(days=1)

    async def grow_old() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(update(Note).values(ends_on=yesterday))

    house.run(grow_old())
    url = f"/v1/notes/{note['id']}"
    assert house.anna_client.get(deed(talk, "notes")).json()["items"] == []
    assert [house.anna_client.get(url).status_code, house.anna_client.patch(url, {"text": "x"}).status_code] == [
        404,
        404,
    ]


def test_only_the_author_changes_a_note(house: House) -> None:
    talk = with_care(house)
    url = f"/v1/notes/{house.anna_client.made(deed(talk, 'notes'), NOTE | {'visibility': 'care_team'})['id']}"
    assert refused(house.bram_client.patch(url, {"text": "Anders"})) == (403, "not_the_author")
    assert refused(house.bram_client.delete(url)) == (403, "not_the_author")
    stale = house.anna_client.get(url).headers["etag"]
    assert house.anna_client.patch(url, {"text": "Anders", "visibility": "author"}).json()["text"] == "Anders"
    assert house.anna_client.patch(url, {"text": "Nog anders"}, etag=stale).status_code == 412
    assert house.bram_client.get(url).status_code == 404
    assert house.anna_client.delete(url).status_code == 204
    assert house.anna_client.get(url).status_code == 404


def test_a_note_has_an_author_of_the_staff(house: House) -> None:
    assert refused(house.admin_client.post(deed(running(house), "notes"), NOTE)) == (403, "author_needed")


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"text": "x" * 2001}, "/text", "note_too_long"),
        ({"keywords": ["lezen", "Autisme"]}, "/keywords/1", "special_category"),
        ({"ends_on": "2020-01-01"}, "/ends_on", "note_end_missing"),
    ],
)
def test_what_a_school_may_not_keep_is_refused(house: House, change: dict[str, Any], pointer: str, code: str) -> None:
    url = deed(running(house), "notes")
    assert pointed(house.anna_client.post(url, NOTE | change)) == [(pointer, code)]
    note = house.anna_client.made(url, NOTE)
    assert pointed(house.anna_client.patch(f"/v1/notes/{note['id']}", change)) == [(pointer, code)]


def test_a_note_says_why_and_until_when(house: House) -> None:
    url = deed(running(house), "notes")
    for needed in ("purpose", "ends_on", "text"):
        body = {name: value for name, value in NOTE.items() if name != needed}
        assert pointed(house.anna_client.post(url, body)) == [(f"/{needed}", "missing")]


def test_of_a_whatsapp_conversation_no_note_is_kept(house: House) -> None:
    people = [{"role": "teacher", "staff_id": house.anna}]
    people += [{"role": "guardian", "guardian_id": house.sara, "chose_whatsapp": True}]  # type: ignore[list-item]
    talk = with_one(
        house, meeting_type="reverse-conversation", channel="whatsapp", participants=people, **at(lasting=8)
    )
    answer = house.anna_client.post(deed(running(house, talk), "notes"), NOTE)
    assert pointed(answer) == [("", "whatsapp_leaves_no_note")]
