"""The documentation page over HTTP and in a real browser."""

import gzip
import hashlib
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Annotated

import httpx
import pytest
import uvicorn
from chromium import BINARY, Tab, launched
from fastapi import FastAPI, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.assets import accepts_gzip
from api.docs import FOLDER, add_documentation

TOKEN = "header.payload.signature"


@dataclass
class Site:
    """A small API with the documentation page, and the bearer tokens it was sent."""

    url: str
    tokens: list[str] = field(default_factory=list)


def small_api(site: Site) -> FastAPI:
    app = FastAPI(title="Samenspraak", docs_url=None, redoc_url=None)
    bearer = HTTPBearer(scheme_name="bearer_token")

    @app.get("/v1/me", summary="Read who I am", tags=["Me"])
    async def read_me(credentials: Annotated[HTTPAuthorizationCredentials, Security(bearer)]) -> dict[str, str]:
        site.tokens.append(credentials.credentials)
        return {"name": "Amina"}

    add_documentation(app)
    return app


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = Site(f"http://127.0.0.1:{listener.getsockname()[1]}")
        server = uvicorn.Server(uvicorn.Config(small_api(site), lifespan="off", ws="none", log_level="warning"))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield site
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.url) as client:
        yield client


def asset_path(client: httpx.Client, name: str) -> str:
    found = re.search(rf'"(docs/assets/[0-9a-f]+/{re.escape(name)})"', client.get("/docs").text)
    assert found, name
    return f"/{found[1]}"


def test_the_start_leads_to_the_page(client: httpx.Client) -> None:
    page = client.get("/", follow_redirects=True)
    assert page.url.path == "/docs"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    for language in ("nl", "fr", "en"):
        assert f'<p lang="{language}">' in page.text


def test_the_page_allows_no_foreign_origin_and_no_inline_script(client: httpx.Client) -> None:
    page = client.get("/docs")
    policy = dict(part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["font-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["scalar.js", "page.js", "page.css", "icon.svg"])
def test_an_asset_is_kept_for_ever_and_sent_in_the_coding_asked_for(client: httpx.Client, name: str) -> None:
    path = asset_path(client, name)
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "immutable" in packed.headers["Cache-Control"]
    assert packed.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_asset_of_another_edition_is_served_but_not_kept(client: httpx.Client) -> None:
    assert client.get("/docs/assets/0000/page.js").headers["Cache-Control"] == "no-cache"


def test_an_unknown_asset_is_not_found(client: httpx.Client) -> None:
    assert client.get("/docs/assets/0000/scalar.VERSION.txt").status_code == httpx.codes.NOT_FOUND


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("br, GZIP ; q=0.5", True),
        ("*", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("*, gzip;q=0.000", False),
        ("gzip;q=?", True),
    ],
)
def test_gzip_is_sent_only_to_who_accepts_it(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


def test_the_vendored_scalar_is_the_published_one() -> None:
    recorded = re.search(r"sha256 +([0-9a-f]{64})", (FOLDER / "scalar.VERSION.txt").read_text())
    assert recorded
    assert hashlib.sha256(gzip.decompress((FOLDER / "scalar.js.gz").read_bytes())).hexdigest() == recorded[1]


BUTTON_TEST_REQUEST = "[...document.querySelectorAll('button')].find(it => it.innerText.includes('Test Request'))"
BUTTON_SEND = "[...document.querySelectorAll('[data-addressbar-action=send]')].find(it => it.offsetParent)"
LINKS_AWAY = "[...document.links].map(it => it.hostname).filter(it => it !== location.hostname)"
PROMOTION = ("Ask ", "MCP", "Developer Tools")
# Scalar writes what it remembers a moment after it was typed: a reader who leaves sooner has to paste it again.
KEPT = f"Object.values(localStorage).some(it => it.includes('{TOKEN}'))"
TOKEN_FIELD = "document.querySelector('#reference input[placeholder=Token]')"


@pytest.mark.browser
@pytest.mark.skipif(BINARY is None, reason="no chromium, chromium-browser or google-chrome on PATH")
def test_a_reader_tries_an_operation_and_nothing_leaves_for_another_origin(site: Site, tmp_path: Path) -> None:
    with launched() as tab:
        tab.open(f"{site.url}/")
        tab.wait_for(BUTTON_TEST_REQUEST)
        assert tab.evaluate("document.title") == "Samenspraak API"
        text = tab.evaluate("document.body.innerText")
        assert "Read who I am" in text
        assert [offer for offer in PROMOTION if offer in text] == []
        assert tab.evaluate(LINKS_AWAY) == ["www.scalar.com"]
        tab.screenshot(tmp_path / "page.png")

        paste_token(tab)
        send_request(tab)
        assert site.tokens == [TOKEN]
        tab.screenshot(tmp_path / "answer.png")

        tab.wait_for(KEPT)
        tab.open(f"{site.url}/docs")
        tab.wait_for(f"{TOKEN_FIELD}?.value === '{TOKEN}'")

        assert f"{site.url}/v1/me" in tab.requests
        assert [url for url in tab.requests if not url.startswith((f"{site.url}/", "data:", "blob:"))] == []
        assert tab.complaints == []


def paste_token(tab: Tab) -> None:
    tab.wait_for(TOKEN_FIELD)
    tab.evaluate(f"{TOKEN_FIELD}.focus()")
    tab.call("Input.insertText", text=TOKEN)
    tab.evaluate(f"{TOKEN_FIELD}.blur()")


def send_request(tab: Tab) -> None:
    tab.evaluate(f"{BUTTON_TEST_REQUEST}.click()")
    tab.wait_for(BUTTON_SEND)
    tab.evaluate(f"{BUTTON_SEND}.click()")
    tab.wait_for("/200 OK[^]*Amina/.test(document.querySelector('[role=dialog]').innerText)")
