"""E-mail over real connections: what each answer of a mail server means, and what is never sent twice."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from house import Run
from messaging.channels.letters import became, by_mail, mailed
from messaging.channels.mail_servers import LEAVES, SILENCE, Mailbox, Rude, open_for, rude

from domain.messaging.channels import mail_server
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import Reach
from domain.messaging.channels.port import SENT, Answer, Outcome, failed, later

UNCONFIRMED = Outcome(Answer.SENT, "no_answer", confirmed=False)


@pytest.fixture
def box(run: Run) -> Iterator[Mailbox]:
    with open_for(run, Mailbox()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("250 OK", SENT),
        ("251 OK", SENT),
        ("451 later", later("busy")),
        ("552 no", failed("refused")),
        ("421 bye", later("busy")),
    ],
)
def test_the_answer_to_the_whole_mail(run: Run, box: Mailbox, said: str, means: Outcome) -> None:
    box.answers = [said]
    assert became(run, by_mail(box.url), mailed()) == [(means, True)]


@pytest.mark.parametrize(("said", "means"), [("450 full", later("busy")), ("550 unknown", failed("refused"))])
def test_the_answer_to_an_address(run: Run, box: Mailbox, said: str, means: Outcome) -> None:
    box.refuses["sara@example.org"] = said
    outcomes = became(run, by_mail(box.url), mailed(), mailed("omar@example.org"))
    assert outcomes == [(means, False), (SENT, True)]
    assert [one.rcpt_tos for one in box.kept] == [["omar@example.org"]]


@pytest.mark.parametrize(
    ("server", "means", "crossed"),
    [
        (Rude(greeting="554 not you"), later("no_connection"), False),
        (Rude(greeting="421 full"), later("no_connection"), False),
        (Rude(greeting=LEAVES), later("no_connection"), False),
        (Rude(mail="530 who are you"), later("not_welcome"), False),
        (Rude(data=LEAVES), later("no_connection"), False),
        (Rude(data="554 no"), failed("refused"), False),
        (Rude(dot=LEAVES), UNCONFIRMED, True),
        (Rude(dot="??? what"), UNCONFIRMED, True),
        (Rude(dot="100 hmm"), UNCONFIRMED, True),
    ],
    ids=[
        "greets 554",
        "greets 421",
        "hangs up",
        "refuses us",
        "drops before",
        "refuses to begin",
        "drops after",
        "babbles",
        "odd",
    ],
)
def test_a_server_that_misbehaves(run: Run, server: Rude, means: Outcome, crossed: bool) -> None:
    with rude(run, server) as url:
        assert became(run, by_mail(url), mailed()) == [(means, crossed)]


def test_silence_after_the_dot_is_sent_without_an_answer(
    run: Run, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_server, "TIMEOUT_SECONDS", 0.2)
    box.answers = [SILENCE]
    assert became(run, by_mail(box.url), mailed()) == [(UNCONFIRMED, True)]


def test_a_closed_door_is_for_later(run: Run) -> None:
    with rude(run, Rude()) as url:
        pass
    assert became(run, by_mail(url), mailed()) == [(later("no_connection"), False)]


def test_what_was_written_arrives_and_lines_with_dots_too(run: Run, box: Mailbox) -> None:
    text = ".\r\n..eerst\r\nDag Sára\r\n.\r\nMAIL FROM:<x@example.org>\r\n"
    assert became(run, by_mail(box.url), mailed(text=text)) == [(SENT, True)]
    assert box.to("sara@example.org")[0].get_content().replace("\r\n", "\n") == text.replace("\r\n", "\n")
    bare = mailed()
    assert bare.mail
    bare.mail.set_payload("Zonder einde")
    assert became(run, by_mail(box.url), bare) == [(SENT, True)]
    assert box.to("sara@example.org")[1].get_content().strip() == "Zonder einde"


@pytest.mark.parametrize(("utf8", "means"), [(True, SENT), (False, failed("refused"))])
def test_an_address_beyond_ascii_needs_a_server_that_knows_it(run: Run, utf8: bool, means: Outcome) -> None:
    with open_for(run, Mailbox(utf8=utf8)) as box:
        assert became(run, by_mail(box.url), mailed("sára@example.org"))[0][0] == means
        assert [one.rcpt_tos for one in box.kept] == ([["sára@example.org"]] if utf8 else [])


def test_nobody_to_write_to(run: Run, box: Mailbox) -> None:
    assert became(run, by_mail(box.url), mailed(mail=None)) == [(failed("no_address"), False)]


def test_a_connection_serves_again(run: Run, box: Mailbox) -> None:
    assert became(run, by_mail(box.url), mailed(), mailed()) == [(SENT, True)] * 2
    assert (len(box.kept), len(box.lines)) == (2, 1)


def test_one_that_was_let_go_meanwhile_is_replaced(run: Run) -> None:
    """A server says so with the next command, and no letter waits for it."""
    with rude(run, Rude(noop="421 too long")) as url:
        assert became(run, by_mail(url), mailed(), mailed()) == [(SENT, True)] * 2


def test_only_this_machine_in_development(run: Run) -> None:
    assert became(run, by_mail("smtp://192.0.2.1:25"), mailed()) == [(failed("address_not_allowed"), False)]


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """What a server with a certificate that we trust needs."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "here")]), datetime.now(UTC)
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1)
    )
    named = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    signed = named.sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = tmp_path / "here.pem"
    file.write_bytes(secret + signed.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.parametrize(("password", "means"), [("ge%40heim", SENT), ("fout", later("not_welcome"))])
def test_tls_and_a_password(run: Run, trusted: ssl.SSLContext, password: str, means: Outcome) -> None:
    def check(_: object, __: object, ___: object, ____: object, given: object) -> AuthResult:
        return AuthResult(success=getattr(given, "password", None) == b"ge@heim", handled=False)

    box = Mailbox(tls_context=trusted, require_starttls=True, auth_required=True, authenticator=check)
    with open_for(run, box):
        url = box.url.replace("smtp://", f"smtp+starttls://school:{password}@")
        assert became(run, by_mail(url), mailed())[0][0] == means


def test_tls_that_nobody_vouches_for_gets_no_password(
    run: Run, trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with open_for(run, Mailbox(tls_context=trusted)) as box:
        url = box.url.replace("smtp://", "smtp+starttls://school:x@")
        assert became(run, by_mail(url), mailed()) == [(later("no_connection"), False)]


@pytest.mark.parametrize("url", ["http://x", "smtp://", "localhost:25", ""])
def test_a_setting_that_names_no_server(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        MailServer.of(url, Reach.HERE)


def test_what_a_setting_says() -> None:
    server = MailServer.of("smtp+starttls://a%40b:c%2Fd@mail.example.org", Reach.ANYWHERE)
    assert (server.host, server.port, server.user, server.password) == ("mail.example.org", 587, "a@b", "c/d")
