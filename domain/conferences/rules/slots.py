"""Why a time is not open for a talk, and which times are."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from domain.conferences.models.slot_facts import SessionFacts, Span, StaffFacts
from domain.conferences.rules.walking import Spot, ground_of, minutes_between
from domain.conferences.rules.wish import Wish, whole_cells
from domain.kernel.claims import CELL_SECONDS
from domain.kernel.rule import Finding, Rule

MOST_ALTERNATIVES = 5

OUTSIDE = Rule(
    "outside_round",
    "Dit moment valt buiten de avonden van deze ronde, of niet op haar raster.",
    "Ce moment tombe en dehors des soirées prévues, ou pas sur leur grille.",
    "This time lies outside the evenings of this round, or off its grid.",
    number="R09",
)
OVER = Rule(
    "time_has_passed",
    "Dit moment is al voorbij.",
    "Ce moment est déjà passé.",
    "This time has passed.",
    number="R16",
)
AWAY = Rule(
    "staff_not_there",
    "De leerkracht is er dan niet, of heeft pauze.",
    "L'enseignant n'est pas là à ce moment, ou fait une pause.",
    "The teacher is not there then, or has a break.",
    number="R15",
)
NOBODY_MAY_COME = Rule(
    "nobody_may_come",
    "Op die dag mag niemand van dit gezin over dit kind komen praten. Wie 18 is, beslist zelf of ouders meekomen.",
    "Ce jour-là, personne de cette famille ne peut venir parler de cet enfant. À 18 ans, l'élève décide si ses parents "
    "viennent.",
    "On that day nobody of this family may come to talk about this child. Who is 18 decides whether parents come.",
    number="R19",
)
SLOT_TAKEN = Rule(
    "slot_taken",
    "Dit moment is niet meer vrij.",
    "Ce moment n'est plus libre.",
    "This time is no longer free.",
    number="R16",
)
RUN_TOO_LONG = Rule(
    "staff_needs_break",
    "De leerkracht heeft dan even pauze nodig.",
    "L'enseignant a besoin d'une pause à ce moment.",
    "The teacher needs a break then.",
    number="R15",
)
FAMILY_BUSY = Rule(
    "family_busy",
    "Jullie hebben dan al een gesprek.",
    "Vous avez déjà un entretien à ce moment.",
    "You have a talk already at that time.",
    number="R16",
)
TOO_TIGHT = Rule(
    "too_tight_to_walk",
    "Zo haal je jullie andere gesprek niet op tijd: er is {minutes} minuten nodig om er te geraken.",
    "Vous n'arriveriez pas à temps à votre autre entretien : il faut {minutes} minutes pour y aller.",
    "You would not be in time for your other talk: getting there takes {minutes} minutes.",
    number="R16",
)


def obstacle(wish: Wish, starts_at: datetime) -> Finding | None:
    """The first thing that stands in the way of this talk at this time."""
    time = wish.at(starts_at)
    session = wish.session_at(time)
    if session is None or (starts_at - session.starts_at) % timedelta(minutes=wish.facts.round.grid_minutes):
        return OUTSIDE.broken()
    if starts_at < wish.facts.now:
        return OVER.broken()
    if not wish.guardians_in(session.id):
        return NOBODY_MAY_COME.broken()
    return _taken(wish, time) or _too_tight(wish, time, wish.room_in(session.id)) or _runs_on(wish, time, session)


def _taken(wish: Wish, time: Span) -> Finding | None:
    """Somebody is not there, or has something else."""
    if not wish.there.issuperset(time.cells):
        return AWAY.broken()
    if not wish.taken.isdisjoint(time.cells):
        return SLOT_TAKEN.broken()
    return None if wish.busy.isdisjoint(time.cells) else FAMILY_BUSY.broken()


def _too_tight(wish: Wish, time: Span, room_id: UUID | None) -> Finding | None:
    ground, here = ground_of(wish.facts), Spot(room_id, wish.channel)
    for talk in wish.family.talks:
        needed = minutes_between(ground, here, Spot(talk.room_id, talk.channel), wish.family.extra_walking_minutes)
        gap = max(time.starts_at - talk.ends_at, talk.starts_at - time.ends_at)
        if gap < timedelta(minutes=needed):
            return TOO_TIGHT.broken(minutes=needed)
    return None


def _runs_on(wish: Wish, time: Span, session: SessionFacts) -> Finding | None:
    return RUN_TOO_LONG.broken() if any(_run(one, time, session) for one in wish.staff) else None


def _run(one: StaffFacts, time: Span, session: SessionFacts) -> bool:
    """With what stands close before and after, it lasts longer than this person goes on (R15)."""
    cells, pause = time.cells, -(-one.shortest_break_minutes * 60 // CELL_SECONDS)
    taken = one.taken.intersection(session.cells)
    first, last = cells[0], cells[-1]
    while near := [cell for cell in range(first - pause, first) if cell in taken]:
        first = min(near)
    while near := [cell for cell in range(last + 1, last + pause + 1) if cell in taken]:
        last = max(near)
    alone = last - first + 1 == len(cells)
    return not alone and (last - first + 1) * CELL_SECONDS > one.longest_run_minutes * 60


def open_times(wish: Wish) -> Iterator[Span]:
    """All times that are open for this talk now, in order."""
    grid = timedelta(minutes=wish.facts.round.grid_minutes)
    for session in wish.facts.round.sessions:
        starts_at = session.starts_at
        while starts_at < session.ends_at:
            if obstacle(wish, starts_at) is None:
                yield wish.at(starts_at)
            starts_at += grid


def nearest_times(wish: Wish, to: datetime) -> list[Span]:
    """The open times nearest to a moment."""
    return sorted(open_times(wish), key=lambda time: abs(time.starts_at - to))[:MOST_ALTERNATIVES]


def suits(wish: Wish, time: Span) -> bool | None:
    """Whether it lies within what the family said of its time (R09); None when it said nothing."""
    if not wish.family.answered:
        return None
    return whole_cells(wish.family.available).issuperset(time.cells) and _evenings(wish, time)


def _evenings(wish: Wish, time: Span) -> bool:
    most = wish.family.most_sessions
    there = {one.id for one in wish.facts.round.sessions for talk in (*wish.family.talks, time) if one.holds(talk)}
    return most is None or len(there) <= most
