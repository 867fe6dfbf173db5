"""Families, staff, students and interpreters of a round, as the planner's document has them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from domain.conferences.models import ConferenceFamily, ConferenceInterpreter, ConferenceStaff
from domain.conferences.queries.problem.facts import Facts
from domain.conferences.queries.problem.fixed import Talk
from domain.conferences.queries.problem.places import real_room, rooms_of
from domain.conferences.queries.problem.spans import Span, Spans, joined, said, within, without, written
from domain.school.models import Interpreter, StaffMember

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def on_teaching_days(facts: Facts, who: StaffMember) -> Spans:
    """The sessions on days when somebody of the staff is there anyway."""
    days = ((start.astimezone(facts.zone).weekday(), (start, end)) for start, end in facts.evenings)
    return [evening for day, evening in days if WEEKDAYS[day] in who.teaching_days]


class People:
    """Who can when: what they said, less what takes them elsewhere, and with what they have promised already."""

    def __init__(self, facts: Facts, talks: Iterable[Talk]) -> None:
        self._facts = facts
        self._planned = {talk.asked.id for talk in talks}
        self._held: dict[UUID, Spans] = {}
        for talk in talks:
            for who in talk.people:
                self._held.setdefault(who, []).extend(talk.held)

    def family(self, one: ConferenceFamily) -> dict[str, Any]:
        parent = self._facts.parents.get(one.id)
        return {
            "id": str(one.id),
            "availability": self._free(one.id, said(one.available), one.household_id or one.guardian_id),
            "preferred": self._written(within(said(one.preferred), self._facts.evenings)),
            "max_sessions": one.most_sessions,
            "extra_walking_minutes": one.extra_walking_minutes,
            "staff_teacher": str(parent) if parent else None,
        }

    def teacher(self, one: ConferenceStaff, who: StaffMember) -> dict[str, Any]:
        """In a room that others have for a while, nobody can be met either."""
        there = on_teaching_days(self._facts, who) if one.available is None else said(one.available)
        rooms = rooms_of(self._facts, one)
        return {
            "id": str(one.staff_id),
            "role": who.function,
            "room_by_session": rooms,
            "availability": self._free(one.staff_id, there, one.staff_id, *map(real_room, rooms.values())),
            "breaks": self._written(without(said(one.breaks), self._held.get(one.staff_id, ()))),
            "max_consecutive_minutes": one.longest_run_minutes,
            "min_break_minutes": one.shortest_break_minutes,
        }

    def interpreter(self, one: ConferenceInterpreter, who: Interpreter) -> dict[str, Any]:
        """Speaks a language of their own name too: a talk that stands fast keeps the interpreter it has."""
        return {
            "id": str(one.interpreter_id),
            "languages": [*who.languages, str(one.interpreter_id)],
            "availability": self._free(one.interpreter_id, said(one.available), one.interpreter_id),
        }

    def student(self, student_id: UUID) -> dict[str, Any]:
        elsewhere = without(self._elsewhere(student_id), self._held.get(student_id, ()))
        return {"id": str(student_id), "unavailable": self._written(within(elsewhere, self._facts.evenings))}

    def _free(self, who: UUID, spans: Iterable[Span], *taken: UUID | None) -> list[dict[str, str]]:
        """Their windows within the sessions, and the time of talks that stand."""
        elsewhere = [span for one in {*taken} for span in self._elsewhere(one)]
        inside = within(without(spans, elsewhere), self._facts.evenings)
        return self._written(joined([*inside, *self._held.get(who, ())]))

    def _elsewhere(self, who: UUID | None) -> Spans:
        """When other meetings take somebody, or a room."""
        taken = self._facts.taken.get(who, ()) if who else ()
        return [span for talk, span in taken if talk not in self._planned]

    def _written(self, spans: Iterable[Span]) -> list[dict[str, str]]:
        return written(spans, self._facts.zone)
