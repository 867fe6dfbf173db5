"""The facts that the rules of a conversation decide on: plain data, so that rules need no database."""

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.catalogue.models.words import Channel, HostMoment, ParticipantRole
from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.facts import Status, TypeFacts
from domain.conversations.people_facts import Attendee, GuardianFacts, StudentFacts


@dataclass(frozen=True)
class ConversationFacts:
    """A conversation as it is about to be proposed, changed or started."""

    type: TypeFacts
    student: StudentFacts
    starts_at: datetime
    ends_at: datetime
    local_date: date
    channel: Channel
    status: Status = Status.PROPOSED
    attendees: tuple[Attendee, ...] = ()
    guardians: tuple[GuardianFacts, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    briefing: str | None = None
    """What the student was told beforehand: what it is for, what is and is not discussed (R14)."""
    goal: str | None = None
    strengths: tuple[str, ...] = ()
    host_moment: HostMoment | None = None
    in_round: bool = False
    """Takes a slot of a conference round (R31)."""
    is_sensitive: bool = False
    """A hard subject: then an interpreter is a professional (R21)."""
    interpreter_buffer_minutes: int = 0
    """Minutes added for interpreting, apart from the talk itself (R22)."""
    home_visit_consent: bool = False
    """The family said yes to a visit at home and has not withdrawn it (R29)."""
    includes_papers: bool = False
    """Administrative papers are filled in at the same moment (R33)."""
    other_parent_informed: bool = False
    """The enrolment letter went to the legal parent who is not there (R33)."""
    school_year_starts_on: date | None = None
    busy_periods: tuple[str, ...] = field(default=())

    @property
    def minutes(self) -> int:
        """Minutes of talking, without the interpreter's buffer."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    def having(self, *roles: ParticipantRole) -> tuple[Attendee, ...]:
        """Who takes part in one of these roles."""
        return tuple(one for one in self.attendees if one.role in roles)
