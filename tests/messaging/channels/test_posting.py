"""Gateways and school platforms over real connections."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from house import Run
from messaging.channels.letters import REFERENCE, became, texted
from messaging.channels.web_servers import DRIPS, LEAVES, Web, web_server
from standardwebhooks import Webhook

from domain.messaging.channels import posting
from domain.messaging.channels.gateway import Gateway
from domain.messaging.channels.outward import Reach
from domain.messaging.channels.platform import SchoolPlatform
from domain.messaging.channels.port import SENT, Letter, Outcome, Platform, failed, later
from domain.plans.models.contact_words import ContactChannel

SECRET = "whsec_c2FtZW5zcHJhYWsgdmVyZ2VldCBuaWVtYW5k"
TOLD = {"message_id": str(REFERENCE), "texts": [{"language": "ar", "text": "عزيزتي سارة"}]}


@pytest.fixture
def web(run: Run) -> Iterator[Web]:
    with web_server(run) as opened:
        yield opened


def to_platform(url: str, secret: str | None = SECRET) -> Letter:
    return Letter(REFERENCE, ContactChannel.PLATFORM, None, "Dag", platform=Platform(url, secret, dict(TOLD)))


def outcomes(run: Run, url: str, *letters: Letter) -> list[Outcome]:
    return [outcome for outcome, _ in became(run, Gateway(url, "geheim", Reach.HERE), *letters)]


@pytest.mark.parametrize(
    ("status", "means"),
    [
        (200, SENT),
        (202, SENT),
        (302, failed("refused")),
        (400, failed("refused")),
        (408, later("busy")),
        (410, failed("refused")),
        (429, later("busy")),
        (500, later("busy")),
        (503, later("busy")),
        (LEAVES, later("no_connection")),
    ],
)
def test_what_each_answer_means(run: Run, web: Web, status: int, means: Outcome) -> None:
    web.answers = [status]
    assert outcomes(run, web.url, texted()) == [means]
    assert len(web.asked) == 1, "redirects are not followed"


def test_what_a_gateway_gets(run: Run, web: Web) -> None:
    assert outcomes(run, web.url, texted(), texted()) == [SENT, SENT]
    asked = web.asked[0]
    assert asked.content == {"to": "+3225550100", "text": "Dag Sara", "reference": str(REFERENCE)}
    assert asked.headers["authorization"] == "Bearer geheim"
    assert {one.headers["idempotency-key"] for one in web.asked} == {str(REFERENCE)}
    assert asked.headers["host"] == f"127.0.0.1:{web.port}"
    assert web.connections == 1, "a connection serves again"
    assert outcomes(run, web.url, texted(None)) == [failed("no_number")]


def test_a_platform_knows_who_sends(run: Run, web: Web) -> None:
    assert became(run, SchoolPlatform(Reach.HERE), to_platform(web.url))[0][0] == SENT
    (asked,) = web.asked
    told = Webhook(SECRET).verify(asked.body, asked.headers)
    assert (told["type"], told["data"]) == ("message", TOLD)
    assert datetime.fromisoformat(told["timestamp"]).tzinfo == UTC
    assert asked.headers["webhook-id"] == str(REFERENCE)


def test_a_platform_without_a_secret_gets_nothing(run: Run, web: Web) -> None:
    without = Letter(REFERENCE, ContactChannel.PLATFORM, None, "Dag")
    found = became(run, SchoolPlatform(Reach.HERE), to_platform(web.url, None), without)
    assert [outcome for outcome, _ in found] == [failed("no_platform")] * 2
    assert not web.asked


def test_an_answer_that_never_ends_holds_up_nobody(run: Run, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "TIMEOUT_SECONDS", 0.3)
    web.answers = [DRIPS]
    assert outcomes(run, web.url, texted()) == [later("no_connection")]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:99999/",
        "http://[::1/",
        f"http://{'x' * 64}.be/",
        "ftp://127.0.0.1/",
        "http:///",
        "",
        "http://a..be",
    ],
)
def test_what_is_no_address_breaks_nothing(run: Run, url: str) -> None:
    assert outcomes(run, url, texted()) == [failed("address_not_allowed")]


def test_the_outside_is_reached_over_https_only(run: Run, web: Web) -> None:
    for url in ("http://example.org/", web.url.replace("http:", "https:"), "https://localhost/", "https://10.0.0.1/"):
        assert became(run, SchoolPlatform(Reach.OUTSIDE), to_platform(url))[0][0] == failed("address_not_allowed")
    assert not web.connections
