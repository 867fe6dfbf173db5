"""Letters to send, and what became of them."""

from collections.abc import Sequence
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from house import Run

from domain.messaging.channels.email import Email
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import Reach
from domain.messaging.channels.port import Channel, Crossing, Letter, Outcome
from domain.plans.models.contact_words import ContactChannel

REFERENCE = UUID("019900aa-0000-7000-8000-000000000001")
SENDER = "school@example.org"


def mailed(to: str = "sara@example.org", text: str = "Dag Sara", **more: Any) -> Letter:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = SENDER, to, "Uitnodiging"
    mail.set_content(text)
    return Letter(
        **{"reference": REFERENCE, "channel": ContactChannel.EMAIL, "to": to, "short": text, "mail": mail} | more
    )


def texted(to: str | None = "+3225550100", **more: Any) -> Letter:
    return Letter(REFERENCE, ContactChannel.MESSAGE, to, "Dag Sara", **more)


def became(run: Run, way: Channel, *letters: Letter) -> list[tuple[Outcome, bool]]:
    """Of each, one after the other: the outcome, and whether the point of no return was reached."""

    async def hand_over(letters: Sequence[Letter]) -> list[tuple[Outcome, bool]]:
        found = []
        try:
            for letter in letters:
                crossing = Crossing(lambda: None)
                found.append((await way.hand_over(letter, crossing), crossing.done))
        finally:
            await way.close()
        return found

    return run(hand_over(letters))  # type: ignore[no-any-return]


def by_mail(url: str, sender: str = SENDER) -> Email:
    return Email(MailServer.of(url, Reach.HERE), sender)
