"""What goes out through a one-time link: the message, and what it is about."""

from datetime import datetime

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.models.links import LinkRead
from domain.conferences.models.waits import WaitStatus
from domain.conversations.facts import Status
from domain.conversations.models.conversations import OfferedTimeRead
from domain.conversations.models.participants import Answer
from domain.kernel.row import RowRead
from domain.kernel.text import Line, Text
from domain.messaging.models.activity_seen import ActivitySeen, IdeaSeen
from domain.messaging.models.link_answers import Says
from domain.messaging.models.visit_seen import VisitSeen
from domain.messaging.models.words import MessageKind


class PersonThere(SQLModel):
    """Somebody who will be there, and why (R23)."""

    role: ParticipantRole
    given_name: str | None
    family_name: str | None
    organisation: str | None
    reason: str | None
    is_me: bool


class TalkSeen(SQLModel):
    """The conversation of a message, as this guardian may know it."""

    form: Text
    status: Status
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    is_time_chosen: bool
    channel: Channel
    room: Line | None
    place: Line | None
    answer_by: datetime | None
    cancelled_reason: str | None
    my_answer: Answer | None
    people: list[PersonThere]
    offered_times: list[OfferedTimeRead]


class RoundSeen(LinkRead):
    """The round of a message, in the reader's language."""

    round_name: str  # type: ignore[assignment]  # picked already


class OfferSeen(SQLModel):
    """A freed time that is kept for the family until it says yes or no, or somebody else's turn comes."""

    status: WaitStatus
    starts_at: datetime | None = Described(description="While it is kept.")
    ends_at: datetime | None
    kept_until: datetime | None
    time_zone: str
    with_whom: str = Described(description="Of the staff.")
    about: Line = Described(description="The student's given name.")


class SaidRead(SQLModel):
    """A message in one language."""

    subject: str
    text: str


class MessageSeen(SQLModel):
    """All that a link shows. Looking changes nothing, however often."""

    kind: MessageKind
    languages: list[str] = Described(description="Of this reader, the best one first; Dutch stands beside it.")
    said: dict[str, SaidRead] = Described(description="By language, as far as it was put into words.")
    school: Line
    phone: str | None = Described(description="Of the school, for who would rather call.")
    expires_at: datetime
    answered_at: datetime | None
    may: list[Says] = Described(description="What can be answered now.")
    talk: TalkSeen | None
    round: RoundSeen | None
    offer: OfferSeen | None
    activity: ActivitySeen | None
    idea: IdeaSeen | None
    visit: VisitSeen | None


class MessageLinkMade(SQLModel):
    """A link: shown this once, and never kept."""

    address: str = Described(description="For this guardian alone: as a QR code, in a message, or to type over.")
    expires_at: datetime


class MessageLinkRead(RowRead):
    """A link as the school sees it: never its secret."""

    expires_at: datetime
    revoked_at: datetime | None
    answered_at: datetime | None


class MessageLinksRead(RowRead):
    """The links of a message; `id` and `version` are the message's."""

    links: list[MessageLinkRead]
