"""Idempotency-Key: a request that is repeated has one effect and gets the first answer."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from house import Client, House
from sqlalchemy import func, select

from domain.kernel import clock
from domain.kernel.replay import Replay, forget_old


def posted(client: Client, key: str, body: Any = None, url: str = "/v1/rooms", **headers: str) -> httpx.Response:
    return client.post(url, body or {"name": "Turnzaal"}, headers={"Idempotency-Key": key, **headers})


def named(house: House, name: str = "Turnzaal") -> int:
    """How many rooms have this name."""
    return sum(room["name"] == name for room in house.admin_client.get("/v1/rooms?limit=200").json()["items"])


def said(answer: httpx.Response) -> tuple[Any, ...]:
    kept = ("location", "etag", "content-type", "content-language")
    return answer.status_code, answer.content, *(answer.headers.get(name) for name in kept)


def test_a_repeated_request_gets_the_first_answer_and_has_one_effect(house: House) -> None:
    key = str(uuid4())
    first, second = posted(house.admin_client, key), posted(house.admin_client, key)
    assert said(first) == said(second)
    assert ("idempotency-replayed" in first.headers, second.headers["idempotency-replayed"]) == (False, "true")
    assert named(house) == 1


def test_the_first_answer_is_given_again_whatever_became_of_the_object(house: House) -> None:
    key = str(uuid4())
    first = posted(house.admin_client, key)
    house.admin_client.delete(first.headers["location"])
    assert said(posted(house.admin_client, key)) == said(first)
    assert named(house) == 0


def test_an_answer_without_body_is_given_again(house: House) -> None:
    key = str(uuid4())
    operator_like = {"issuer": "https://id.example", "subject": key}
    answers = [
        posted(house.admin_client, key, operator_like | {"role": "administrator"}, "/v1/memberships") for _ in (1, 2)
    ]
    assert said(answers[0]) == said(answers[1])


def test_the_first_answer_comes_in_its_own_language(house: House) -> None:
    key, body = str(uuid4()), {"name": {"nl": "Feest", "fr": "Fête"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}  # fmt: skip
    first = posted(house.admin_client, key, body, "/v1/calendar-periods", **{"Accept-Language": "nl"})
    second = posted(house.admin_client, key, body, "/v1/calendar-periods", **{"Accept-Language": "fr"})
    assert first.headers["content-language"] == "nl"
    assert said(first) == said(second)


def test_another_request_under_the_same_key_is_refused(house: House) -> None:
    key = str(uuid4())
    posted(house.admin_client, key)
    others = [
        posted(house.admin_client, key, {"name": "Turnzaal", "capacity": 9}),
        posted(house.admin_client, key, {"label": "Turnzaal"}, "/v1/households"),
    ]
    for other in others:
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert named(house) == 1


def test_of_requests_at_once_one_has_its_effect(house: House) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    answers = house.admin_client.together(*[("POST", "/v1/rooms", {"json": {"name": "Turnzaal"}, "headers": key})] * 6)
    made = [answer for answer in answers if answer.status_code == 201]
    refused = [answer for answer in answers if answer.status_code == 409]
    assert len(made) + len(refused) == 6
    assert {answer.json()["code"] for answer in refused} <= {"idempotency_in_flight"}
    assert len({answer.content for answer in made}) == 1
    assert named(house) == 1


def test_a_key_in_flight_is_told_at_once(house: House) -> None:
    """The first request is still running: another transaction holds what a request takes of its key."""
    key = str(uuid4())
    lock = func.hashtextextended(f"{house.id} urn:samenspraak:embedded {house.subjects['admin']} {key}", 0)

    async def while_held() -> httpx.Response:
        async with house.database.working_for(house.id) as session:
            await session.execute(select(func.pg_advisory_xact_lock(lock)))
            asking = house.admin_client.ask("POST", "/v1/rooms", json={"name": "A"}, headers={"Idempotency-Key": key})
            return await asyncio.wait_for(asking, 10)

    answer = house.run(while_held())
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_in_flight")
    assert posted(house.admin_client, key).status_code == 201


def test_a_key_belongs_to_its_subject_and_school(house: House, other_house: House) -> None:
    key = str(uuid4())
    answers = [
        posted(client, key) for client in (house.admin_client, house.coordinator_client, other_house.admin_client)
    ]
    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert len({answer.json()["id"] for answer in answers}) == 3


def test_a_failure_is_not_remembered(house: House) -> None:
    url, body, key = f"/v1/classes/{house.first_class}/staff", {"staff_id": house.bram}, str(uuid4())
    house.admin_client.made(url, body)
    assert posted(house.admin_client, key, body, url).status_code == 409
    house.admin_client.post(f"{url}/{house.bram}/release")
    assert posted(house.admin_client, key, body, url).status_code == 200
    assert posted(house.admin_client, key, {"name": ""}).status_code == 422
    assert posted(house.sara_client, key).status_code == 403


def test_a_role_that_is_gone_gets_no_first_answer(house: House) -> None:
    key = str(uuid4())
    posted(house.coordinator_client, key)
    membership = next(
        one for one in house.admin_client.get("/v1/memberships").json()["items"] if one["role"] == "coordinator"
    )
    house.admin_client.delete(f"/v1/memberships/{membership['id']}")
    assert posted(house.coordinator_client, key).status_code == 401


def test_a_key_is_kept_for_a_day(house: House) -> None:
    key = str(uuid4())
    first = posted(house.admin_client, key)
    with clock.at(datetime.now(UTC) + timedelta(hours=23)):
        assert said(posted(house.admin_client, key)) == said(first)
    with clock.at(datetime.now(UTC) + timedelta(hours=25)):
        late = posted(house.admin_client, key)
    assert (late.status_code, late.content != first.content) == (201, True)
    assert named(house) == 2


def test_old_answers_are_forgotten(house: House) -> None:
    async def kept() -> int:
        async with house.database.working_for(house.id) as session:
            await forget_old(session)
            return len((await session.execute(select(Replay))).all())

    posted(house.admin_client, str(uuid4()))
    assert house.run(kept()) == 1
    with clock.at(datetime.now(UTC) + timedelta(hours=25)):
        assert house.run(kept()) == 0


@pytest.mark.parametrize("key", ["", " ", "a b", "é", "a" * 256, "a/b"])
def test_a_key_has_plain_characters(house: House, key: str) -> None:
    answer = house.admin_client.request(
        "POST", "/v1/rooms", json={"name": "A"}, headers={b"Idempotency-Key": key.encode()}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_idempotency_key")


def test_without_a_key_every_request_has_its_effect(house: House) -> None:
    for _ in (1, 2):
        house.admin_client.made("/v1/rooms", {"name": "Turnzaal"})
    assert named(house) == 2
