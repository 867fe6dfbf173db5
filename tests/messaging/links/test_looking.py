"""What a link shows, to whom, and for how long; looking never changes anything."""

import base64
from datetime import date, timedelta
from typing import Any

import pytest
from conferences.rounds import Round
from conversations.talks import SOON, Talk, do, with_both
from conversations.talks import proposed as propose
from house import Client, House
from messaging.links.messages import SAID, invited, kept_links, later, link_to, look, message_about, says

from domain.kernel.secret import hash_of


def test_it_shows_the_message_and_the_talk_as_it_stands(house: House, nobody: Client, talk: Talk) -> None:
    seen = look(nobody, invited(house, talk)).json()
    assert (seen["languages"], seen["said"], seen["school"]) == (["ar", "nl"], SAID, "De Wissel")
    assert (seen["talk"]["status"], seen["talk"]["room"], seen["may"]) == (
        "proposed",
        "Leeshoek",
        ["accept", "decline"],
    )
    assert len(seen["talk"]["offered_times"]) == 2
    assert [(one["given_name"], one["is_me"]) for one in seen["talk"]["people"]] == [
        ("Anna", False),
        ("Sara", True),
        ("Omar", False),
    ]


def test_five_looks_change_nothing(house: House, nobody: Client, talk: Talk) -> None:
    secret, where = invited(house, talk), f"/v1/conversations/{talk['id']}"
    before, heard = house.anna_client.get(where).text, len(house.heard())
    assert {look(nobody, secret).status_code for _ in range(5)} == {200}
    assert (house.anna_client.get(where).text, len(house.heard())) == (before, heard)
    [link] = kept_links(house)
    assert (link.version, link.answered_at, link.hash) == (1, None, hash_of(secret))


def test_a_round_shows_its_sessions_and_the_own_children(house: House, nobody: Client, opened: Round) -> None:
    message = message_about(house, "conference-rounds", opened["id"], kind="round_opened")
    seen = look(nobody, link_to(house, message))
    assert [one["given_name"] for one in seen.json()["round"]["students"]] == ["Lina"]
    assert (len(seen.json()["round"]["sessions"]), seen.json()["may"]) == (2, ["available"])
    for hidden in ("Noah", "Omar", house.omar, house.omar_household):
        assert hidden not in seen.text


def test_a_message_about_what_is_over_can_still_be_read(house: House, nobody: Client, talk: Talk) -> None:
    secret = invited(house, talk, kind="thank_you")
    with later(days=13.9):
        assert look(nobody, secret).status_code == 200


def test_every_link_that_does_not_serve_says_the_same(
    house: House, other_house: House, nobody: Client, talk: Talk
) -> None:
    secret = invited(house, talk)
    raw = base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
    others = base64.urlsafe_b64encode(other_house.id.bytes + raw[16:]).decode().rstrip("=")
    refusals = [look(nobody, given) for given in ("x", "é" * 200, secret[:-4] + "AAAA", others)]
    with later(days=14, seconds=1):
        refusals.append(look(nobody, secret))
    assert look(nobody, secret).status_code == 200
    said = [{name: one.json()[name] for name in ("status", "code", "detail")} for one in refusals]
    assert all(one == said[0] for one in said)
    assert (said[0]["status"], said[0]["code"]) == (404, "not_found")


def revoked(house: House, _: Talk, message_id: str) -> None:
    assert house.admin_client.delete(f"/v1/messages/{message_id}/links").status_code == 204


def restricted(house: House, *_: Any) -> None:
    today = date.today()  # noqa: DTZ011 - a restriction holds by the day
    house.admin_client.made(
        "/v1/restrictions",
        {
            "student_id": house.student,
            "guardian_id": house.sara,
            "kind": "no_information",
            "basis": "court_order",
            "starts_on": str(today - timedelta(days=1)),
            "ends_on": str(today + timedelta(days=90)),
        },
    )


def superseded(house: House, talk: Talk, _: str) -> None:
    link_to(house, message_about(house, "conversations", talk["id"], kind="change"))


@pytest.mark.parametrize("since", [revoked, restricted, superseded])
def test_it_serves_no_longer(house: House, nobody: Client, talk: Talk, since: Any) -> None:
    message = message_about(house, "conversations", talk["id"])
    secret = link_to(house, message)
    assert look(nobody, secret).status_code == 200
    since(house, talk, message)
    assert (look(nobody, secret).status_code, says(nobody, secret, "decline").status_code) == (404, 404)


def test_it_ends_when_the_talk_begins(house: House, nobody: Client) -> None:
    talk = propose(house.anna_client, with_both(house))
    secret = invited(house, talk)
    do(
        house.anna_client,
        talk,
        "reschedule",
        starts_at=str(SOON - timedelta(days=7)),
        ends_at=str(SOON - timedelta(days=6, hours=23, minutes=40)),
    )
    with later(days=9):
        assert look(nobody, secret).status_code == 404


def test_a_link_to_the_other_parents_message_stays(house: House, nobody: Client, talk: Talk) -> None:
    """What supersedes is newer, about the same thing, and to the same person."""
    omars = invited(house, talk, "omar")
    invited(house, talk, kind="change")
    assert look(nobody, omars).status_code == 200


@pytest.mark.parametrize("more", [{"guardian": None}, {"state": "overtaken"}], ids=["a student's", "overtaken"])
def test_some_messages_have_no_link(house: House, talk: Talk, more: dict[str, Any]) -> None:
    message = message_about(house, "conversations", talk["id"], **more)
    refused = house.admin_client.post(f"/v1/messages/{message}/links")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_link_for_message")


def test_the_school_sees_what_became_of_it_and_never_the_secret(house: House, nobody: Client, talk: Talk) -> None:
    message = message_about(house, "conversations", talk["id"])
    secret = link_to(house, message)
    assert says(nobody, secret, "decline").status_code == 204
    shown = house.admin_client.get(f"/v1/messages/{message}/links")
    [link] = shown.json()["links"]
    assert link["answered_at"]
    assert secret not in shown.text
    assert hash_of(secret) not in shown.text
