"""How often: a caller who asks too much waits, the others do not."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from house import Client, House, client

from api import limits


@pytest.fixture
def strict(
    another_app: Callable[..., FastAPI], house: House, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Client]:
    """Clients of an app that takes three requests of each caller, in a window that does not end meanwhile."""
    monkeypatch.setattr(limits, "WINDOW_SECONDS", 10**7)
    app = another_app(requests_per_minute=3)
    return lambda name: client(app, house.run, house.subjects[name])


def test_who_asks_too_much_is_told_how_long_to_wait(strict: Callable[[str], Client]) -> None:
    anna = strict("anna")
    answers = [anna.get("/v1/rooms") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert [answer.headers["ratelimit"].partition(";t=")[0] for answer in answers] == [f'"default";r={left}' for left in (2, 1, 0, 0, 0)]  # fmt: skip
    assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=10000000'
    assert answers[3].json()["code"] == "too_many_requests"
    assert 0 < int(answers[3].headers["retry-after"]) <= 10**7
    assert int(answers[3].headers["retry-after"]) == int(answers[3].headers["ratelimit"].partition(";t=")[2])


def test_others_are_not_made_to_wait(strict: Callable[[str], Client]) -> None:
    anna, bram = strict("anna"), strict("bram")
    for _ in range(4):
        anna.get("/v1/rooms")
    assert bram.get("/v1/rooms").status_code == 200


def test_a_refused_request_counts_and_one_without_token_does_not(strict: Callable[[str], Client]) -> None:
    sara = strict("sara")
    stranger = Client(sara.app, sara.run)
    assert [sara.get("/v1/changes").status_code for _ in range(4)] == [403, 403, 403, 429]
    for _ in range(5):
        answer = stranger.get("/v1/rooms")
        assert (answer.status_code, "ratelimit" in answer.headers) == (401, False)


def test_a_new_window_starts_anew(strict: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    anna = strict("anna")
    assert [anna.get("/v1/rooms").status_code for _ in range(4)][-1] == 429
    monkeypatch.setattr(limits, "WINDOW_SECONDS", 10**6)
    assert anna.get("/v1/rooms").status_code == 200


def test_only_so_many_callers_are_remembered(strict: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REMEMBERED_CALLERS", 2)
    for name in ("anna", "bram", "sara", "omar"):
        caller = strict(name)
        caller.get("/v1/rooms")
    assert len(caller.app.state.limits._spent) == 2
