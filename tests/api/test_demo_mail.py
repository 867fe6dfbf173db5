"""The mail of the demo: a real mail server keeps it, and whoever tries the demo out reads it back."""

import smtplib
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from fastapi import FastAPI
from house import Client, Run

from api.processes import keeping_mail


@pytest.fixture
def server(tmp_path: Path) -> Iterator[int]:
    """The port of the mail server that `samenspraak run` starts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(keeping_mail(port, tmp_path / "mail"))
    yield port
    process.terminate()
    process.wait(30)


def hand_in(port: int, subject: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "school@example.org", "sara@example.org", subject
    mail.set_content("Dag Sára")
    mail.add_alternative("<p>Dag <b>Sára</b></p>", subtype="html")
    mail.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="invite-1.ics")
    mail["Content-Language"] = "nl"
    deadline = time.monotonic() + 60
    while True:
        try:
            with smtplib.SMTP("127.0.0.1", port) as smtp:
                smtp.send_message(mail)
                return
        except ConnectionRefusedError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_mail_is_kept_and_read_back(server: int, another_app: Callable[..., FastAPI], run: Run, tmp_path: Path) -> None:
    reader = Client(another_app(data_dir=tmp_path), run)
    assert reader.get("/demo/mail").json() == {"items": []}
    hand_in(server, "Eerst")
    hand_in(server, "Dan één")
    newest, oldest = reader.get("/demo/mail").json()["items"]
    assert (newest["subject"], oldest["subject"]) == ("Dan één", "Eerst")
    assert (newest["to"], newest["languages"], newest["text"].strip()) == ("sara@example.org", "nl", "Dag Sára")
    assert newest["attachments"]["invite-1.ics"].strip() == "BEGIN:VCALENDAR"
    page = reader.get(f"/demo/mail/{newest['id']}")
    assert "<b>Sára</b>" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_there_is_no_other_file_to_read(another_app: Callable[..., FastAPI], run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Subject: x")
    reader = Client(another_app(data_dir=tmp_path), run)
    for name in ("unknown", "..%2Fsecret", "..", "%00"):
        assert reader.get(f"/demo/mail/{name}").status_code == 404


def test_production_has_none_of_it(another_app: Callable[..., FastAPI]) -> None:
    issuers = [{"issuer": "https://id.example.org", "jwks_url": "https://id.example.org/keys"}]
    made = another_app(environment="production", issuers=issuers)
    assert [route for route in made.routes if "demo" in getattr(route, "path", "")] == []
