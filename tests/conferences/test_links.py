"""A one-time link: a family answers without an account, once, and learns nothing of anybody else."""

import base64
from datetime import timedelta
from typing import Any

import pytest
from conferences.rounds import AFTERNOON_WINDOW, EVENING_WINDOW, Round, family, path, requests, third_window
from fastapi import FastAPI
from house import Client, House, Run
from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models import ConferenceFamily
from domain.kernel import clock
from domain.kernel.secret import hash_of

LOOK, ANSWER = "/v1/availability-links/look", "/v1/availability-links/answer"


@pytest.fixture
def secret(house: House, opened: Round) -> str:
    where = f"/v1/conference-families/{family(house, opened, 'sara')['id']}/link"
    return str(house.anna_client.made(where, {})["secret"])


def kept(house: House) -> list[ConferenceFamily]:
    async def rows() -> list[ConferenceFamily]:
        async with house.database.working_for(house.id) as session:
            return await session.rows(select(ConferenceFamily).where(col(ConferenceFamily.school_id) == house.id))

    return house.run(rows())  # type: ignore[no-any-return]


def test_the_secret_is_kept_nowhere(house: House, opened: Round) -> None:
    where = f"/v1/conference-families/{family(house, opened, 'sara')['id']}/link"
    key = {"Idempotency-Key": "once"}
    first, second = (house.anna_client.post(where, {}, headers=key).json()["secret"] for _ in range(2))
    assert first != second, "the first answer was kept, with the secret in it"
    hashes = {one.link_hash for one in kept(house)} - {None}
    assert hashes == {hash_of(second)}
    assert house.anna_client.get(where.removesuffix("/link")).json()["link_expires_at"]
    assert house.sara_client.get(where.removesuffix("/link")).json()["link_expires_at"] is None


def test_it_shows_what_is_asked_and_nothing_of_the_other_household(
    house: House, secret: str, nobody: Client, opened: Round
) -> None:
    seen = nobody.post(LOOK, {"secret": secret}, headers={"Accept-Language": "fr"})
    shown = seen.json()
    assert shown["round_name"] == "Réunion de parents"
    assert [one["starts_at"] for one in shown["sessions"]] == [one["starts_at"] for one in opened["sessions"]]
    [child] = shown["students"]
    assert (child["given_name"], [one["staff_id"] for one in child["staff"]]) == ("Lina", [house.anna])
    for hidden in ("Haddad", "Omar", house.omar, family(house, opened, "omar")["id"], house.omar_household):
        assert hidden not in seen.text


def test_answering_uses_it_up(house: House, secret: str, nobody: Client, opened: Round) -> None:
    body = answer(house, secret)
    key = {"Idempotency-Key": "from-a-phone"}
    assert nobody.post(ANSWER, body, headers=key).status_code == 204
    assert nobody.post(ANSWER, body, headers=key).status_code == 204, "the same request again, as phones do"
    found = family(house, opened, "sara")
    assert (found["status"], found["entered_via"], found["entered_by_staff_id"]) == ("answered", "link", None)
    assert [one["brought_by"] for one in requests(house, opened)] == ["guardian"]
    assert [nobody.post(url, body | {}).status_code for url in (ANSWER,)] == [404]


def answer(house: House, secret: str, **more: Any) -> dict[str, Any]:
    wish = {"student_id": house.student, "staff_ids": [house.anna], "topics": ["Lezen"]}
    return {"secret": secret, "available": [EVENING_WINDOW], "wishes": [wish]} | more


def test_wrong_used_and_out_of_date_read_the_same(house: House, secret: str, nobody: Client, opened: Round) -> None:
    def said(given: str) -> dict[str, Any]:
        refused = nobody.post(LOOK, {"secret": given})
        return {"status": refused.status_code} | {k: v for k, v in refused.json().items() if k != "request_id"}

    def later() -> dict[str, Any]:
        with clock.at(clock.now() + timedelta(days=8)):
            return said(secret)

    other = secret[:-4] + ("AAAA" if secret[-4:] != "AAAA" else "BBBB")
    refusals = [said("x"), said("é" * 200), said(other)]
    house.admin_client.made(path(opened, "cancel"))
    refusals.append(said(secret))
    assert all(one == refusals[0] for one in refusals)
    assert refusals[0]["status"] == 404


def test_a_link_is_of_its_own_school(house: House, other_house: House, secret: str, nobody: Client) -> None:
    """The school in the secret is bound by row security; another school's id in it finds nothing."""
    raw = base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
    moved = base64.urlsafe_b64encode(other_house.id.bytes + raw[16:]).decode().rstrip("=")
    assert nobody.post(LOOK, {"secret": moved}).status_code == 404
    assert nobody.post(LOOK, {"secret": secret}).status_code == 200


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"available": [third_window()]}, "/available/0"),
        ({"preferred": [AFTERNOON_WINDOW]}, "/preferred/0"),
        ({"wishes": [{"student_id": "@other", "staff_ids": ["@bram"]}]}, "/wishes/0/student_id"),
    ],
    ids=["outside the sessions", "preferred outside available", "another family's child"],
)
def test_what_is_wrong_leaves_it_open(
    house: House, secret: str, nobody: Client, more: dict[str, Any], pointer: str
) -> None:
    if "wishes" in more:
        more = {"wishes": [{"student_id": house.other_student, "staff_ids": [house.bram]}]}
    refused = nobody.post(ANSWER, answer(house, secret, **more))
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)
    assert nobody.post(LOOK, {"secret": secret}).status_code == 200


def test_an_address_asks_only_so_often(another_app: Any, run: Run) -> None:
    app: FastAPI = another_app(requests_per_minute=80)
    stranger = Client(app, run)
    answers = [stranger.post(LOOK, {"secret": "guess"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [404, 404, 429]
    assert answers[0].headers["ratelimit-policy"].startswith('"default";q=2;')
