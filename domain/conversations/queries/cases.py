"""A conversation with all that the rules look at: rows in, facts out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from domain.catalogue.models.words import Channel, HostMoment, ParticipantRole
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Status, TypeFacts
from domain.conversations.models.background import Background
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.guarding import Guarding
from domain.conversations.models.participants import Answer, Participant
from domain.conversations.people_facts import Attendee, GuardianFacts, StudentFacts
from domain.conversations.rules import interpreter_buffer
from domain.families.models.guardianships import Relationship
from domain.families.models.restrictions import RestrictionKind

PARENTS = frozenset({Relationship.MOTHER, Relationship.FATHER, Relationship.PARENT})


class Time(Protocol):
    """When a conversation takes place or may take place."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Case:
    """A conversation, who takes part, what its form asks, and the student's background."""

    conversation: Conversation
    participants: Sequence[Participant]
    form: TypeFacts
    background: Background

    @property
    def on(self) -> date:
        """The day, as people at the school have it."""
        return self.background.local_date(self.conversation.starts_at)

    def move_to(self, time: Time) -> None:
        """Put the conversation at this time, with the school year and the interpreter's minutes that follow."""
        it = self.conversation
        it.starts_at, it.ends_at = time.starts_at, time.ends_at
        year = self.background.school_year(self.on)
        it.academic_session_id = year.id if year else None
        minutes = int((it.ends_at - it.starts_at).total_seconds()) // 60
        interpreted = any(one.role == ParticipantRole.INTERPRETER for one in self.participants)
        it.interpreter_buffer_minutes = interpreter_buffer(self.form, minutes) if interpreted else 0

    def facts(self) -> ConversationFacts:
        """What the rules decide on, as it stands now."""
        it, year = self.conversation, self.background.school_year(self.on)
        here = self.background
        return ConversationFacts(
            type=self.form,
            student=StudentFacts(it.student_id, here.level, here.born_on, here.arrived_on, it.student_agreed),
            starts_at=it.starts_at,
            ends_at=it.ends_at,
            local_date=self.on,
            channel=Channel(it.channel),
            status=Status(it.status),
            attendees=tuple(self._attendees()),
            guardians=tuple(self._guardian(one) for one in here.guardians),
            briefing=it.briefing,
            goal=it.goal,
            strengths=tuple(it.strengths),
            host_moment=HostMoment(it.host_moment) if it.host_moment else None,
            is_sensitive=it.is_sensitive,
            interpreter_buffer_minutes=it.interpreter_buffer_minutes,
            home_visit_consent=self._family_said_yes(),
            includes_papers=it.includes_papers,
            other_parent_informed=bool(it.informed_otherwise),
            school_year_starts_on=year.starts_on if year else None,
        )

    def _family_said_yes(self) -> bool:
        """To a visit at home: one who still comes."""
        consent: Any = self.conversation.home_visit_consent  # a row keeps it as a document
        coming = {str(one.guardian_id) for one in self.participants if one.is_open}
        return consent is not None and str(consent["given_by_id"]) in coming

    def _attendees(self) -> list[Attendee]:
        """Who comes: not who declined."""
        numbered = enumerate(self.participants)
        return [self._attendee(place, one) for place, one in numbered if one.answer != Answer.DECLINED]

    def _attendee(self, place: int, one: Participant) -> Attendee:
        interprets = one.role == ParticipantRole.INTERPRETER
        of_family = one.guardian_id is not None and not interprets
        return Attendee(
            ParticipantRole(one.role),
            person_id=one.person_id,
            is_relative=interprets and one.guardian_id is not None,
            is_student=interprets and one.student_id is not None,
            is_professional=one.guardian_id is None and one.interpreter_id not in self.background.lay_interpreters,
            reason=one.reason,
            announced_at=one.announced_at,
            acknowledged_at=one.acknowledged_at,
            place=place,
            **(self._rights(self.background.guarding(one.guardian_id)) if of_family else self._access(one)),
        )

    def _access(self, one: Participant) -> dict[str, Any]:
        """A guardian who comes to interpret is kept away like any other."""
        link = self.background.guarding(one.guardian_id) if one.guardian_id else None
        return {"may_attend": link is None or not self._is_kept_away(link)}

    def _is_kept_away(self, link: Guarding) -> bool:
        return link.is_kept_away(self.on, RestrictionKind.NO_ATTENDANCE, RestrictionKind.NO_CONTACT)

    def _rights(self, link: Guarding | None) -> dict[str, Any]:
        """Somebody who is no guardian of the student has none."""
        if link is None:
            return {"legal_authority": False, "right_to_information": False}
        return {
            "legal_authority": link.legal_authority,
            "right_to_information": self._is_informed(link),
            "is_parent": link.relationship in PARENTS,
            "legal_parents_agreed_on": link.legal_parents_agreed_on,
            "may_attend": not self._is_kept_away(link),
        }

    def _is_informed(self, link: Guarding) -> bool:
        return link.right_to_information and not link.is_kept_away(self.on, RestrictionKind.NO_INFORMATION)

    def _guardian(self, link: Guarding) -> GuardianFacts:
        here = [one for one in self.participants if one.guardian_id == link.guardian_id]
        told = str(link.guardian_id) in self.conversation.informed_otherwise
        return GuardianFacts(
            link.guardian_id,
            legal_authority=link.legal_authority,
            right_to_information=self._is_informed(link),
            chose_whatsapp=any(one.chose_whatsapp for one in here),
            invited=bool(here) or told or link.has_own_conversation,
        )
