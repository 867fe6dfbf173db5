"""Everything that the school can do for a family, in the order of R10: another channel, somebody who helps, another
moment, a visit at home."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from domain.plans.decision.offer import SPOKEN
from domain.plans.decision.week import Week
from domain.plans.models.contact_words import ContactChannel
from domain.reach.models.words import Reached, Step
from domain.reach.rules.moments import Moment, not_offered

SAME = {"letter": ContactChannel.PAPER, "at_the_gate": ContactChannel.TALK}
"""What a round calls a way, and what a plan calls it."""
BY_CHANNEL = {ContactChannel.PHONE: Step.PHONE, ContactChannel.TALK: Step.AT_THE_GATE}


@dataclass(frozen=True)
class Person:
    """Somebody of the family whom the school may speak with. `open` are the channels that their plan leaves open, or
    without a plan the school, the best first."""

    guardian_id: UUID | None = None
    open: tuple[ContactChannel, ...] = ()
    has_plan: bool = False
    wants_interpreter: bool = False
    hours: Week | None = None

    @property
    def channels(self) -> tuple[ContactChannel, ...]:
        """In the order of the plan; without one, who does not answer is spoken to before written to."""
        return self.open if self.has_plan else tuple(sorted(self.open, key=lambda one: one not in SPOKEN))


@dataclass(frozen=True)
class Tried:
    """What the school did so far, whom it may speak with, and which steps the catalogue knows for this student."""

    group: Reached
    ways: frozenset[str] = frozenset()
    offered: frozenset[Moment] = frozenset()
    people: tuple[Person, ...] = ()
    known: frozenset[Step] = frozenset(Step)
    has_ahead: bool = False
    """A talk or a visit stands already."""


class Option(NamedTuple):
    """A step, and for whom it is meant; `from_plan`: their plan says so."""

    step: Step
    was_tried: bool
    guardian_id: UUID | None = None
    channel: ContactChannel | None = None
    moment: Moment | None = None
    from_plan: bool = False


def options(tried: Tried) -> Iterator[Option]:
    """The best first; there is always another moment. What a plan leaves no room for is not among them."""
    for of_it in _ORDER:
        yield from (one for one in of_it(tried) if one.step in tried.known or one.step is Step.ANOTHER_MOMENT)


def _invite(tried: Tried) -> Iterator[Option]:
    if tried.has_ahead:
        yield Option(Step.APPOINTMENT_STANDS, was_tried=False)
    elif tried.group == Reached.NEVER_INVITED and tried.ways <= {"home_visit"}:
        first = next((one._replace(step=Step.INVITE) for one in _channels(tried)), Option(Step.INVITE, was_tried=False))
        yield first
    elif tried.group == Reached.INVITED_NOT_MET:
        yield next(_moments(tried))._replace(step=Step.KEEP_APPOINTMENT, was_tried=False)


def _channels(tried: Tried) -> Iterator[Option]:
    known = {SAME.get(way, way) for way in tried.ways}
    for person in sorted(tried.people, key=lambda one: not one.has_plan):
        for channel in person.channels:
            step = BY_CHANNEL.get(channel, Step.ANOTHER_CHANNEL)
            yield Option(step, channel in known, person.guardian_id, channel, from_plan=person.has_plan)


def _interpreters(tried: Tried) -> Iterator[Option]:
    wishing = (person for person in tried.people if person.wants_interpreter)
    step, known = Step.INTERPRETER, "interpreter" in tried.ways
    yield from (Option(step, known, person.guardian_id, from_plan=True) for person in wishing)


def _bridge_worker(tried: Tried) -> Iterator[Option]:
    yield Option(Step.BRIDGE_WORKER, "bridge_worker" in tried.ways)


def _moments(tried: Tried) -> Iterator[Option]:
    """Of who named hours first."""
    people = sorted(tried.people or (Person(),), key=lambda one: one.hours is None)
    for person in people:
        moment = not_offered(person.hours, tried.offered)
        known = moment is None or "another_day" in tried.ways
        whose = person.guardian_id if person.hours else None
        yield Option(Step.ANOTHER_MOMENT, known, whose, moment=moment, from_plan=bool(person.hours and moment))


def _home_visit(tried: Tried) -> Iterator[Option]:
    """Asked once: no is a good answer, and so is silence (R29)."""
    if "home_visit" not in tried.ways:
        yield Option(Step.HOME_VISIT, was_tried=False)


_ORDER: tuple[Callable[[Tried], Iterator[Option]], ...] = (
    *(_invite, _channels, _interpreters, _bridge_worker, _moments, _home_visit),
)
