"""What surrounds every request: its id, its headers, its place in the metrics."""

from uuid import uuid4

import pytest
from house import Client, House


def test_an_answer_carries_the_id_of_its_request(house: House) -> None:
    given = house.admin_client.get("/v1/rooms", headers={"X-Request-Id": "from-the-app_1.2"})
    assert given.headers["x-request-id"] == "from-the-app_1.2"
    made = [house.admin_client.get("/v1/rooms").headers["x-request-id"] for _ in (1, 2)]
    assert len(set(made)) == 2
    assert all(len(one) == 36 for one in made)


@pytest.mark.parametrize("given", ["short", "a" * 65, "with space", "line\tbreak", "<script>", "naïve-naïve", ""])
def test_an_id_of_another_shape_is_replaced(house: House, given: str) -> None:
    answer = house.admin_client.get("/v1/rooms", headers={b"X-Request-Id": given.encode()})
    assert answer.headers["x-request-id"] != given
    assert len(answer.headers["x-request-id"]) == 36


def test_every_answer_forbids_guessing_its_type(house: House) -> None:
    for path in ("/v1/rooms", "/v1/nothing", "/health/live", "/metrics"):
        assert house.admin_client.get(path).headers["x-content-type-options"] == "nosniff"


def counted(house: House) -> str:
    return Client(house.app, house.run).get("/metrics").text


def test_metrics_count_by_template_and_hold_no_id(house: House) -> None:
    stranger = str(uuid4())
    house.admin_client.get(f"/v1/rooms/{house.room}")
    house.admin_client.get(f"/v1/rooms/{stranger}")
    house.admin_client.get(f"/v1/students?sourced_id={stranger}")
    house.admin_client.get(f"/{stranger}")
    text = counted(house)
    assert 'samenspraak_requests_total{method="GET",route="/v1/rooms/{row_id}",status="200"}' in text
    assert 'samenspraak_requests_total{method="GET",route="/v1/rooms/{row_id}",status="404"}' in text
    assert 'samenspraak_requests_total{method="GET",route="unknown",status="404"}' in text
    assert 'samenspraak_request_seconds_count{method="GET",route="/v1/students"}' in text
    for private in (stranger, house.room, house.subjects["admin"]):
        assert private not in text


def test_metrics_count_each_request_once(house: House) -> None:
    def of_rooms() -> float:
        line = 'samenspraak_requests_total{method="POST",route="/v1/rooms",status="201"}'
        return next((float(one.rpartition(" ")[2]) for one in counted(house).splitlines() if one.startswith(line)), 0.0)

    before = of_rooms()
    house.admin_client.made("/v1/rooms", {"name": "A"})
    assert of_rooms() == before + 1


def test_health_needs_no_token(house: House) -> None:
    stranger = Client(house.app, house.run)
    assert stranger.get("/health/live").json() == {"status": "alive"}
    assert stranger.get("/health/ready").json() == {"status": "ready"}
