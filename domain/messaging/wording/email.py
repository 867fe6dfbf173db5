"""A message as an e-mail: plain and HTML, the reader's language first, the Dutch text beside it, and the calendar."""

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID

from domain.messaging.wording.addresses import address_of, needs_utf8
from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.invite import invites_of
from domain.messaging.wording.page import page_of
from domain.messaging.wording.saying import Said
from domain.messaging.wording.templates import phrase


class Envelope(NamedTuple):
    """What is not said but written on the outside."""

    delivery_id: UUID
    """Names the mail: the same delivery, tried again, has the same Message-ID."""
    address: str
    """From which the server sends."""
    at: datetime
    unsubscribe: str | None = None
    """Where one stops these mails in one step (RFC 8058), if there is such a place."""


def email_of(facts: MessageFacts, said: Sequence[Said], envelope: Envelope) -> EmailMessage:
    """The mail to the reader; `said` holds the reader's language first and Dutch last (once, when it is the same).

    Raises:
        NoAddressError: when the reader has no address that a mail can go to.
    """
    sender = address_of(facts.sender.name, envelope.address)
    reader = address_of(facts.recipient, facts.email or "")
    answers = address_of(facts.sender.name, facts.sender.reply_to or envelope.address)
    mail = EmailMessage(SMTPUTF8 if needs_utf8(sender, reader, answers) else SMTP)
    mail["From"], mail["To"], mail["Reply-To"] = sender, reader, answers
    mail["Subject"] = said[0].subject
    mail["Date"] = format_datetime(envelope.at)
    mail["Message-ID"] = f"<{envelope.delivery_id}@{sender.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    _add_unsubscribe(mail, answers, envelope.unsubscribe)
    mail.set_content(plain_of(said))
    mail.add_alternative(page_of(said, facts.link), subtype="html")
    for number, (method, content) in enumerate(_invites(facts, said[0], answers, reader), 1):
        mail.add_attachment(
            content, "text", "calendar", filename=f"invite-{number}.ics", params={"method": method, "charset": "utf-8"}
        )
    mail["Content-Language"] = ", ".join(one.language for one in said)
    return mail


def plain_of(said: Sequence[Said]) -> str:
    """All languages, one after the other; a translation says that it is one (R25)."""
    texts = ["\n\n".join(one.paragraphs) for one in said]
    note = [phrase("translation", said[0].language)] if len(said) > 1 else []
    return "\n\n".join([*note, "\n\n-----\n\n".join(texts)]) + "\n"


def _invites(facts: MessageFacts, said: Said, answers: Address, reader: Address) -> Sequence[tuple[str, bytes]]:
    return list(invites_of(facts, said.language, answers.addr_spec, reader.addr_spec))


def _add_unsubscribe(mail: EmailMessage, answers: Address, link: str | None) -> None:
    """A person at the school reads the mail; one step is promised only where one step is enough."""
    mailto = f"<mailto:{quote(answers.addr_spec, safe='@')}?subject=unsubscribe>"
    mail["List-Unsubscribe"] = f"<{link}>, {mailto}" if link else mailto
    if link:
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
