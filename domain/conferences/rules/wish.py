"""A talk that a family would like, and how long it takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from domain.conferences.models.slot_facts import (
    AskedFacts,
    FamilyFacts,
    GuardianFacts,
    InterpreterFacts,
    SessionFacts,
    SlotFacts,
    Span,
    StaffFacts,
    TalkFacts,
)
from domain.conferences.models.words import Need
from domain.conferences.rules.interpreting import interpreting_minutes
from domain.kernel.claims import CELL_SECONDS


def whole_cells(spans: Iterable[Span]) -> set[int]:
    """Cells that lie in one of the spans from end to end."""
    return {
        cell
        for span in spans
        for cell in range(
            -(-int(span.starts_at.timestamp()) // CELL_SECONDS), int(span.ends_at.timestamp()) // CELL_SECONDS
        )
    }


@dataclass(frozen=True)
class Manner:
    """How a talk is held where that is settled already; None: as the round has it, and as the family says."""

    minutes: int | None = None
    channel: str | None = None
    language: str | None = None
    """The interpreter's."""


AS_USUAL = Manner()


@dataclass(frozen=True)
class Wish:
    """With whom (the first one's room is used), of which family, about whom."""

    facts: SlotFacts
    staff: tuple[StaffFacts, ...]
    family: FamilyFacts
    student_ids: tuple[UUID, ...]
    with_student: bool = False
    manner: Manner = AS_USUAL

    @cached_property
    def minutes(self) -> int:
        return self.manner.minutes or self._as_asked.minutes or self.facts.round.talk_minutes

    @property
    def channel(self) -> str:
        return self.manner.channel or self._as_asked.channel or self.family.channel

    @property
    def language(self) -> str | None:
        """In which an interpreter is needed."""
        return self.manner.language or self._as_asked.language or self.family.interpreter_language

    @cached_property
    def _as_asked(self) -> Manner:
        it = self.asked
        return Manner(it.minutes, it.channel, it.interpreter_language) if it else AS_USUAL

    @cached_property
    def buffer_minutes(self) -> int:
        """What interpreting adds; it never shortens the talk (R22)."""
        if self.language is None:
            return 0
        it = self.facts.round
        return interpreting_minutes(it, self.minutes, it.talk_minutes, it.interpreted_talk_minutes)

    def at(self, starts_at: datetime) -> Span:
        """The time that it takes of everybody when it starts then."""
        length = timedelta(minutes=self.minutes + self.buffer_minutes)
        return Span(starts_at=starts_at, ends_at=starts_at + length)

    def session_at(self, time: Span) -> SessionFacts | None:
        """The evening in which it lies from end to end."""
        return next((one for one in self.facts.round.sessions if one.holds(time)), None)

    def room_in(self, session_id: UUID) -> UUID | None:
        return self.staff[0].room_in(session_id)

    @cached_property
    def there(self) -> set[int]:
        """When everybody of the staff is there and has no break."""
        return set.intersection(*(self._there(one) for one in self.staff))

    def _there(self, one: StaffFacts) -> set[int]:
        usual = (it for it in self.facts.round.sessions if self._weekday(it) in one.teaching_days)
        pauses = {cell for pause in one.breaks for cell in pause.cells}
        return whole_cells(usual if one.available is None else one.available) - pauses

    def _weekday(self, session: SessionFacts) -> str:
        return session.starts_at.astimezone(self.facts.round.zone).strftime("%A").lower()

    @cached_property
    def taken(self) -> set[int]:
        """When somebody of the staff or the room is taken, or the family had better not be there."""
        apart = {cell for span in self.family.kept_apart for cell in span.cells}
        return set().union(*(one.taken for one in self.staff), self._rooms_taken(), apart)

    def _rooms_taken(self) -> set[int]:
        """A room for one talk at a time, in the sessions in which this is the room."""
        alone = {room.room_id: room.taken for room in self.facts.rooms if room.room_id not in self.shared_rooms}
        sessions = {one.id: one for one in self.facts.round.sessions}
        places = [place for place in self.staff[0].places if place.session_id in sessions and place.room_id in alone]
        return {
            cell for place in places for cell in alone[place.room_id].intersection(sessions[place.session_id].cells)
        }

    @property
    def shared_rooms(self) -> set[UUID]:
        """Where several talk at once: no talk takes such a room."""
        return {room.room_id for room in self.facts.rooms if room.talks_at_once > 1}

    @cached_property
    def busy(self) -> set[int]:
        """When the family is taken, or the student who comes along."""
        students = self.student_ids if self.with_student else ()
        return self.family.taken.union(*(self.facts.students_taken.get(one, set()) for one in students))

    def interpreter_at(self, time: Span) -> InterpreterFacts | None:
        """Who can interpret then; none is free, or none is needed."""
        return next((one for one in self.facts.interpreters if self.language and _can(one, self.language, time)), None)

    def stand(self, conversation_id: UUID, time: Span, session: SessionFacts) -> None:
        """From here on it stands at this time, for what else is looked at."""
        for taken in (*(one.taken for one in self.staff), self.family.taken):
            taken.update(time.cells)
        if interpreter := self.interpreter_at(time):
            interpreter.taken.update(time.cells)
        self.family.talks.append(
            TalkFacts(
                conversation_id=conversation_id,
                starts_at=time.starts_at,
                ends_at=time.ends_at,
                staff_ids=[one.staff_id for one in self.staff],
                student_ids=list(self.student_ids),
                room_id=self.room_in(session.id),
                channel=self.channel,
                is_unasked=not self.is_invited,
            )
        )

    @cached_property
    def same(self) -> list[AskedFacts]:
        """Just this talk, as it was asked for already, while it stands nowhere yet."""
        about = set(self.student_ids)
        return [one for one in self.family.asked if self.matches(one.staff_ids) and about.intersection(one.student_ids)]

    @cached_property
    def asked(self) -> AskedFacts | None:
        """The request that it answers; a talk of two families is not one family's to book."""
        return min((one for one in self.same if not one.is_joint), key=lambda one: not one.by_staff, default=None)

    @property
    def elsewhere(self) -> list[UUID]:
        """Parents who live elsewhere: they have their own invitation to the round (R17)."""
        return [one.guardian_id for one in self.family.elsewhere if one.student_id == self.student_ids[0]]

    def guardians_in(self, session_id: UUID) -> list[GuardianFacts]:
        """Who of the family may come then, about the child that the talk is of."""
        about = self.student_ids[0]
        return [one for one in self.family.guardians if one.student_id == about and session_id in one.sessions]

    @property
    def is_invited(self) -> bool:
        """Somebody of the staff asked for it."""
        return self.asked is not None and self.asked.by_staff and self.asked.need != Need.NOT_NEEDED

    def matches(self, staff_ids: Iterable[UUID]) -> bool:
        return {one.staff_id for one in self.staff} == set(staff_ids)


def _can(one: InterpreterFacts, language: str, time: Span) -> bool:
    knows = language in one.languages or language.partition("-")[0] in one.languages
    return knows and whole_cells(one.available).issuperset(time.cells) and one.taken.isdisjoint(time.cells)
