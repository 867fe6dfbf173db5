"""How a school sends, and when it is silent."""

import json
import logging
from typing import Any

import pytest
from house import House
from isolation.deeds_messages import SECRET
from messaging.follows import begun, followed
from plans.start import talked
from sqlalchemy import select
from sqlmodel import col

from domain.kernel.replay import Replay
from domain.messaging.models import Messaging

HERE = "/v1/messaging"


def row(house: House) -> Messaging:
    async def read() -> Messaging:
        async with house.database.working_for(house.id) as session:
            mine = select(Messaging).where(col(Messaging.school_id) == house.id)
            return (await session.execute(mine)).scalar_one()

    return house.run(read())  # type: ignore[no-any-return]


def test_a_school_that_said_nothing_has_what_holds_by_itself(house: House) -> None:
    found = house.admin_client.get(HERE).json()
    assert (found["is_paused"], found["quiet_from"], found["most_per_family_a_day"]) == (False, "19:00", 3)
    assert house.admin_client.get(HERE).json() == found
    for name in ("anna", "sara", "student"):
        assert getattr(house, f"{name}_client").get(HERE).status_code == 403


def test_looking_at_the_same_time_makes_one_row(house: House) -> None:
    answers = house.admin_client.together(*[("GET", HERE, {})] * 4)
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_settings_change_from_a_known_version(house: House) -> None:
    changed = house.admin_client.patch(HERE, {"reminder_hours": 48, "quiet_from": "20:00"})
    assert (changed.json()["reminder_hours"], changed.json()["quiet_from"]) == (48, "20:00")
    assert house.admin_client.patch(HERE, {"reminder_hours": 12}, etag='"1-0000000000000000"').status_code == 412
    assert house.admin_client.request("PATCH", HERE, json={"reminder_hours": 12}).status_code == 428


@pytest.mark.parametrize(
    "wrong",
    [{"quiet_to": "19:00"}, {"is_paused": True}, {"platform_secret": "x"}, {"reply_to": "x"}, {"reminder_hours": 0}],
    ids=str,
)
def test_what_makes_no_sense_is_refused(house: House, wrong: dict[str, Any]) -> None:
    assert house.admin_client.patch(HERE, wrong).status_code == 422


def test_a_school_falls_silent_and_speaks_again(house: House) -> None:
    assert house.admin_client.made(f"{HERE}/pause")["is_paused"] is True
    assert house.admin_client.made(f"{HERE}/pause")["is_paused"] is True
    assert house.admin_client.made(f"{HERE}/resume")["is_paused"] is False
    assert [one["type"] for one in house.heard()] == ["messaging.paused", "messaging.resumed"]


def test_the_secret_of_the_platform_is_kept_and_never_told(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    etag = house.admin_client.get(HERE).headers["etag"]
    headers = {"If-Match": etag, "Idempotency-Key": "once"}
    given = house.admin_client.request("PUT", f"{HERE}/platform-secret", json=SECRET, headers=headers)
    assert (given.status_code, given.text) == (204, "")
    assert row(house).platform_secret == SECRET["secret"]
    answer = house.admin_client.get(HERE)
    assert answer.json()["has_platform_secret"] is True
    told = [answer.text, json.dumps(house.heard()), caplog.text, house.run(_replays(house))]
    assert all(SECRET["secret"].removeprefix("whsec_") not in text for text in told)


async def _replays(house: House) -> str:
    async with house.database.working_for(house.id) as session:
        kept = (await session.execute(select(Replay).where(col(Replay.school_id) == house.id))).scalars()
        return "".join(f"{one.body}{one.fingerprint}" for one in kept)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_te kort", "geen-sleutel", "whsec_" + "A" * 200, "whsec_é"])
def test_no_other_secret_is_taken_and_none_is_echoed(house: House, secret: str) -> None:
    etag = house.admin_client.get(HERE).headers["etag"]
    refused = house.admin_client.put(f"{HERE}/platform-secret", {"secret": secret}, etag=etag)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "/secret"
    assert len(secret) < 10 or secret not in refused.text


def test_following_what_happens_makes_no_settings_stale(house: House) -> None:
    etag = begun(house).admin_client.get(HERE).headers["etag"]
    house.anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})
    followed(house)
    changed = house.admin_client.request("PATCH", HERE, json={"reminder_hours": 48}, headers={"If-Match": etag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != etag
