"""What a message tells, as plain data: only what its reader may see (R17, R20)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.facts import Status
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.gathering_facts import ActivityFacts, IdeaFacts, TextMap, VisitFacts
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.words import Party


@dataclass(frozen=True, slots=True)
class SenderFacts:
    """Who it comes from, and where an answer goes."""

    school_id: UUID
    school: str
    zone: str
    """IANA name; times are said in it."""
    name: str
    """As families see the sender: the school's own words for it, else the name of the school."""
    person: str | None = None
    """Who of the staff it comes from; None: the school as a whole."""
    reply_to: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who will be there."""

    role: ParticipantRole
    name: str | None
    reason: str | None = None
    """Why somebody from outside the class comes along (R23)."""


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """A conversation as one of its participants may know it."""

    id: UUID
    version: int
    """Rises with every change: the SEQUENCE of its calendar entry."""
    changed_at: datetime
    meeting_type: str
    form: TextMap
    status: Status
    times: tuple[tuple[datetime, datetime], ...]
    """Starts and ends, in order; several: the family still chooses."""
    channel: Channel
    student: str = ""
    """The child that it is about: a family may have several."""
    room: str | None = None
    place: str | None = None
    is_discreet: bool = False
    """Subject, short text and calendar do not say what it is about."""
    goal: str | None = None
    topics: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()
    """Everybody but the reader and the student."""
    answer_by: datetime | None = None
    cancelled_reason: str | None = None
    expected_at: datetime | None = None
    """When it will begin, when somebody runs late."""


@dataclass(frozen=True, slots=True)
class AgreedFacts:
    """One agreement: of a conversation (who does what by when), or of a plan (a topic, by which channel)."""

    what: str
    who: ParticipantRole | None = None
    by_on: date | None = None
    channel: ContactChannel | None = None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round of conferences as a family may know it."""

    name: TextMap
    days: tuple[tuple[datetime, datetime], ...] = ()
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """Everything that can be said in one message to one person."""

    message_id: UUID
    kind: MessageKind
    sender: SenderFacts
    party: Party
    recipient: str
    """As this person likes to be addressed."""
    student: str
    full_name: str = ""
    """As it stands on an envelope."""
    channel: ContactChannel | None = None
    """By which it goes out; decides how an answer comes back."""
    email: str | None = None
    phone: str | None = None
    talks: tuple[TalkFacts, ...] = ()
    """The conversation it is about; of a round's times: each talk of the reader."""
    agreements: tuple[AgreedFacts, ...] = ()
    review_on: date | None = None
    round: RoundFacts | None = None
    offered: tuple[datetime, datetime] | None = None
    """A time that came free, kept for the family."""
    offered_until: datetime | None = None
    activity: ActivityFacts | None = None
    idea: IdeaFacts | None = None
    visit: VisitFacts | None = None
    parts: tuple["MessageFacts", ...] = ()
    """What a digest gathers."""
    link: str | None = None
    """Where the reader answers; put in by who sends (`dataclasses.replace`)."""

    @property
    def talk(self) -> TalkFacts | None:
        """The conversation, when it is about one."""
        return self.talks[0] if self.talks else None

    @property
    def is_discreet(self) -> bool:
        """What shows on a locked screen says nothing of the subject."""
        return any(talk.is_discreet for talk in self.talks) or any(part.is_discreet for part in self.parts)
