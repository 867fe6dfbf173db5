"""How long a one-time link serves, where it leads, and what can be answered with it."""

from datetime import datetime, timedelta

from domain.conferences.models.waits import WaitStatus
from domain.conversations.facts import Status
from domain.conversations.models.participants import Answer
from domain.conversations.rules import Deed, can_go
from domain.kernel.errors import Message as Words
from domain.messaging.models.link_answers import Says
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind, MessageState
from domain.plans.models.contact_words import ContactChannel

LONGEST = timedelta(days=14)

BEFORE_THE_TALK = frozenset(
    {MessageKind.INVITATION, MessageKind.CHANGE, MessageKind.REMINDER, MessageKind.QUESTION, MessageKind.RUNNING_LATE}
)
"""What is said of a talk that is still to come: a link in it is over when the talk begins."""

NO_LINK = Words(
    "no_link_for_message",
    "Voor dit bericht kan geen link: het is niet voor een ouder, of het geldt niet meer.",
    "Pas de lien pour ce message : il n'est pas destiné à un parent, ou il n'est plus valable.",
    "No link can be made for this message: it is not for a parent, or it no longer holds.",
)
TIME_TAKEN = Words(
    "time_taken",
    "Dit moment is intussen door iemand anders genomen. Kies een ander moment, of bel de school.",
    "Ce moment vient d'être pris par quelqu'un d'autre. Choisissez un autre moment, ou appelez l'école.",
    "Somebody else took this time meanwhile. Choose another time, or call the school.",
)
NOTHING_TO_ANSWER = Words(
    "nothing_to_answer",
    "Op dit bericht kun je zo niet antwoorden. Kijk wat er kan, of bel de school.",
    "Vous ne pouvez pas répondre ainsi à ce message. Regardez ce qui est possible, ou appelez l'école.",
    "This message cannot be answered like that. Look what is possible, or call the school.",
)


def lasts_until(message: Message, now: datetime) -> datetime:
    """Two weeks, or until the message says nothing useful any longer. A yes to a visit can be taken back at any time,
    so a link to one lasts until two weeks after it (R29)."""
    if message.resource == "home-visits":
        return (message.too_late_at or now) + LONGEST
    return min(now + LONGEST, message.too_late_at or now + LONGEST)


def may_have_link(guardian_id: object, state: MessageState) -> bool:
    """A guardian's own message that still holds."""
    return guardian_id is not None and state != MessageState.OVERTAKEN


WITH_LINK = frozenset({ContactChannel.EMAIL, ContactChannel.MESSAGE, ContactChannel.WHATSAPP, ContactChannel.PLATFORM})
"""What goes out as words to a device; who has the app answers there, and people answer people."""


def address_of(public_url: str, secret: str) -> str:
    """Behind the `#`, which no browser sends: so no log keeps it."""
    return f"{public_url.rstrip('/')}/f#{secret}"


def ways_to_take(status: WaitStatus) -> list[Says]:
    """A freed time is taken or let go while it is offered."""
    return [Says.ACCEPT, Says.DECLINE] if status == WaitStatus.OFFERED else []


def ways_to_answer(status: Status, own: Answer | None) -> list[Says]:
    """What the family may say of a talk now; whoever was not asked answers nothing."""
    if own is None:
        return []
    yes = [Says.ACCEPT] if own != Answer.ACCEPTED and can_go(status, Deed.ACCEPT) else []
    return yes + ([Says.DECLINE] if own != Answer.DECLINED and can_go(status, Deed.CANCEL) else [])
