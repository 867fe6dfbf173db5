"""Talks that stand fast in a new schedule: what was agreed beforehand, and what is frozen or has begun."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.conferences.queries.problem.facts import Facts
from domain.conferences.queries.problem.spans import Span
from domain.conferences.rules.interpreting import interpreting_minutes


@dataclass(frozen=True)
class Talk:
    """A request as it is planned. `fixed` is when it takes place whatever else moves; `stands` its published talk."""

    asked: Any
    minutes: int
    language: str | None
    fixed: datetime | None
    stands: Any

    @property
    def people(self) -> list[UUID]:
        """Families and persons who are there."""
        students = self.asked.students if self.asked.with_student else []
        there = self.stands if self.stands and self.fixed in (None, self.stands.starts_at) else None
        interpreter = [there.interpreter_id] if there and there.interpreter_id else []
        return [*self.asked.families, *self.asked.staff, *students, *interpreter]

    @property
    def stays(self) -> bool:
        """It is frozen, or has begun."""
        return self.stands is not None and self.stands.stays

    @property
    def held(self) -> list[Span]:
        """The time that its people have given already: they can then, whatever they said of other times."""
        if self.fixed:
            return [(self.fixed, self.fixed + timedelta(minutes=self.minutes))]
        return [(self.stands.starts_at, self.stands.starts_at + _length(self.stands))] if self.stands else []


def talk_of(facts: Facts, asked: Any) -> Talk:
    """With an interpreter a talk takes longer for everybody (R22); one that stands fast keeps its own."""
    stands = facts.standing.get(asked.id)
    if stands is not None and stands.stays:
        return Talk(
            asked, _length(stands) // timedelta(minutes=1), _only(stands.interpreter_id), stands.starts_at, stands
        )
    usual, interpreted = facts.round.talk_minutes, facts.round.interpreted_talk_minutes
    language = asked.interpreter_language
    more = interpreting_minutes(facts.form, asked.minutes, usual, interpreted) if language else 0
    return Talk(asked, asked.minutes + more, language, asked.pinned_at, stands)


def _length(stands: Any) -> timedelta:
    """For everybody, the interpreter's time included."""
    length: timedelta = stands.ends_at - stands.starts_at + timedelta(minutes=stands.interpreter_buffer_minutes)
    return length


def _only(interpreter_id: UUID | None) -> str | None:
    """Every interpreter also speaks a language of their own name, so that theirs stays theirs."""
    return str(interpreter_id) if interpreter_id else None


def planned(facts: Facts, aside: Collection[UUID]) -> list[Talk]:
    """The talks to plan: not those that are set aside as their time cannot be fitted in."""
    return [talk_of(facts, asked) for asked in facts.asked if asked.id not in aside]
