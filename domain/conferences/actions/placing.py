"""Putting the talks that a family chooses at their times, as far as the rules go; nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.conferences.models.holds import SlotFields
from domain.conferences.models.slot_facts import InterpreterFacts, SessionFacts, Span
from domain.conferences.queries.desk import Desk
from domain.conferences.rules.desk import (
    ASKED_WRONGLY,
    NOT_THEIR_TEACHER,
    check_bookable,
    check_open,
    check_teaching,
    check_wish,
    students_of,
)
from domain.conferences.rules.slots import nearest_times, obstacle
from domain.conferences.rules.wish import AS_USUAL, Manner, Wish
from domain.kernel.errors import Conflict, Detail, Invalid, Problem
from domain.kernel.row import new_id
from domain.kernel.rule import Finding


@dataclass(frozen=True)
class Placed:
    """A talk that can stand at this time, as things are now."""

    id: UUID
    """Of the conversation or the hold that it becomes."""
    wish: Wish
    choice: SlotFields
    time: Span
    session: SessionFacts
    interpreter: InterpreterFacts | None

    @property
    def lacks_interpreter(self) -> bool:
        """One is needed, and none is free then."""
        return self.wish.buffer_minutes > 0 and self.interpreter is None


def place(desk: Desk, choices: Sequence[SlotFields], where: str) -> list[Placed]:
    """All of them, each as if those before it stood already.

    Raises:
        Conflict, Invalid: in the words of the first rule that stands in the way, with open times nearby.
    """
    ensure_open(desk)
    return [place_one(desk, choice, f"{where}/{number}") for number, choice in enumerate(choices)]


def ensure_open(desk: Desk) -> None:
    """Families book and change while the round lets them; the school whenever there are times to book at all.

    Raises:
        Conflict: `round_not_bookable`, `booking_not_yet_open`, `booking_closed`.
    """
    if closed := (check_open if desk.as_family else check_bookable)(desk.facts):
        raise refusal(closed)


def place_one(desk: Desk, choice: SlotFields, where: str = "", manner: Manner = AS_USUAL) -> Placed:
    """One of them; from then on it stands in the facts of the desk."""
    wish = taught_wish(desk, choice, where, manner)
    if desk.as_family and (found := check_wish(wish)):
        raise refusal(found, where)
    if found := obstacle(wish, choice.starts_at):
        raise refusal(found, f"{where}/starts_at", wish, choice)
    time = wish.at(choice.starts_at)
    session = wish.session_at(time)
    assert session is not None
    placed = Placed(new_id(), wish, choice, time, session, wish.interpreter_at(time))
    wish.stand(placed.id, time, session)
    return placed


def wish_of(desk: Desk, choice: SlotFields, where: str = "", manner: Manner = AS_USUAL) -> Wish:
    """What a choice asks for, in the words of the facts.

    Raises:
        Invalid: `which_student`; `not_their_teacher` of who takes no part.
    """
    staff, students = desk.staff(choice.staff_ids), students_of(desk.family, choice.student_ids)
    if isinstance(students, Finding):
        raise refusal(students, where)
    if staff is None:
        raise refusal(NOT_THEIR_TEACHER.broken("/staff_ids"), where)
    return Wish(desk.facts, staff, desk.family, students, choice.with_student, manner)


def taught_wish(desk: Desk, choice: SlotFields, where: str = "", manner: Manner = AS_USUAL) -> Wish:
    """The same, with who teaches the child; the school also keeps to what was asked for.

    Raises:
        Invalid: as `wish_of`; `not_their_teacher`.
    """
    wish = wish_of(desk, choice, where, manner)
    strange = [found for one in wish.staff if (found := check_teaching(one, wish.student_ids))]
    if strange and (desk.as_family or not wish.same):
        raise refusal(strange[0], where)
    return wish


def refusal(found: Finding, where: str = "", near: Wish | None = None, choice: SlotFields | None = None) -> Problem:
    """Why not, and what is open nearby."""
    kind = Invalid if found.rule in ASKED_WRONGLY else Conflict
    detail = Detail(f"{where}{found.pointer}", found.rule, found.data)
    return kind(found.rule, detail, **found.data, **(_alternatives(near, choice) if near and choice else {}))


def _alternatives(wish: Wish, choice: SlotFields) -> dict[str, Any]:
    staff = [str(one) for one in choice.staff_ids]
    near = nearest_times(wish, choice.starts_at)
    return {"alternatives": [{"staff_ids": staff, **time.model_dump(mode="json")} for time in near]}
