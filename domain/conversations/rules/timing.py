"""When and for how long: R01, R03 (season), R16 (the grid), R22 and the length that a form asks."""

from datetime import datetime, timedelta

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import ConversationFacts, Form, TypeFacts
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

GRID_MINUTES = 5
REVERSE_SHORTEST, REVERSE_LONGEST = 5, 10
REVERSE_LAST_WEEK = 8
SHORTEST_BUFFER = 10

ENDS_BEFORE_START = Rule(
    "ends_before_start",
    "Het gesprek moet eindigen nadat het begonnen is.",
    "L'entretien doit se terminer après avoir commencé.",
    "The conversation must end after it has started.",
    number="R16",
    source=("J",),
)
OFF_THE_GRID = Rule(
    "off_the_grid",
    "Een gesprek begint op een veelvoud van {grid} minuten en eindigt op een hele minuut.",
    "Un entretien commence à un multiple de {grid} minutes et se termine à une minute entière.",
    "A conversation starts at a multiple of {grid} minutes and ends on a whole minute.",
    number="R16",
    source=("J",),
)
REVERSE_LENGTH = Rule(
    "reverse_conversation_length",
    "Een omgekeerd oudergesprek duurt {least} tot {most} minuten. De tijd voor een tolk komt daar apart bij.",
    "Un entretien inversé dure de {least} à {most} minutes. Le temps pour un interprète s'y ajoute séparément.",
    "A reverse conversation takes {least} to {most} minutes. Time for an interpreter comes on top of that.",
    number="R01",
    source=("S",),
)
LENGTH_OUTSIDE_FORM = Rule(
    "length_outside_form",
    "Deze gespreksvorm duurt {least} tot {most} minuten. De tijd voor een tolk komt daar apart bij.",
    "Cette forme d'entretien dure de {least} à {most} minutes. Le temps pour un interprète s'y ajoute séparément.",
    "This form of conversation takes {least} to {most} minutes. Time for an interpreter comes on top of that.",
    number="R39",
    source=("J",),
)
REVERSE_LATE = Rule(
    "reverse_conversation_late",
    "Een omgekeerd oudergesprek past in de eerste {weeks} weken van het schooljaar, of na de komst van de leerling.",
    "Un entretien inversé a sa place dans les {weeks} premières semaines de l'année scolaire, ou après l'arrivée "
    "de l'élève.",
    "A reverse conversation belongs in the first {weeks} weeks of the school year, or after the student's arrival.",
    number="R03",
    severity="warning",
    source=("J",),
)
BUFFER_SHORT = Rule(
    "interpreter_buffer_short",
    "Met een tolk erbij is minstens {minutes} minuten extra nodig, apart van het gesprek zelf.",
    "Avec un interprète, il faut au moins {minutes} minutes de plus, en dehors de l'entretien lui-même.",
    "With an interpreter, at least {minutes} extra minutes are needed, apart from the conversation itself.",
    number="R22",
    source=("54", "J"),
)


def check_grid(facts: ConversationFacts) -> list[Finding]:
    """The start stands on the grid of the claims (R16); the end need not, since some talks take 8 minutes."""
    if facts.ends_at <= facts.starts_at:
        return [ENDS_BEFORE_START.broken("/ends_at")]
    grid = {"grid": GRID_MINUTES}
    start_stands = _is_whole_minute(facts.starts_at) and facts.starts_at.minute % GRID_MINUTES == 0
    return unless(start_stands, OFF_THE_GRID.broken("/starts_at", **grid)) + unless(
        _is_whole_minute(facts.ends_at), OFF_THE_GRID.broken("/ends_at", **grid)
    )


def check_length(facts: ConversationFacts) -> list[Finding]:
    """The talk itself keeps to its form, and a reverse talk to 5 to 10 minutes whatever a school asks (R01)."""
    if facts.ends_at <= facts.starts_at:
        return []
    if facts.type.key == Form.REVERSE_CONVERSATION and not _lasts(facts, REVERSE_SHORTEST, REVERSE_LONGEST):
        return [REVERSE_LENGTH.broken("/ends_at", least=REVERSE_SHORTEST, most=REVERSE_LONGEST)]
    least, most = facts.type.min_minutes, facts.type.max_minutes
    return unless(_lasts(facts, least, most), LENGTH_OUTSIDE_FORM.broken("/ends_at", least=least, most=most))


def check_season(facts: ConversationFacts) -> list[Finding]:
    """A reverse talk comes early: in the first 8 weeks of the year, or since the student came later (R03)."""
    beginnings = [day for day in (facts.school_year_starts_on, facts.student.arrived_on) if day is not None]
    if facts.type.key != Form.REVERSE_CONVERSATION or not beginnings:
        return []
    early = facts.local_date - max(beginnings) < timedelta(weeks=REVERSE_LAST_WEEK)
    return unless(early, REVERSE_LATE.broken("/starts_at", weeks=REVERSE_LAST_WEEK))


def interpreter_buffer(form: TypeFacts, minutes: int) -> int:
    """The minutes to add for an interpreter: about half the talk, in steps of 5, at least what the form asks (R22)."""
    half_on_the_grid = -(-minutes // (2 * GRID_MINUTES)) * GRID_MINUTES
    return max(_least_buffer(form), half_on_the_grid)


def check_interpreter_buffer(facts: ConversationFacts) -> list[Finding]:
    """An interpreter brings minutes of their own; they are never taken from the talk (R22)."""
    least = _least_buffer(facts.type)
    enough = facts.interpreter_buffer_minutes >= least or not facts.having(ParticipantRole.INTERPRETER)
    return unless(enough, BUFFER_SHORT.broken("/interpreter_buffer_minutes", minutes=least))


def _least_buffer(form: TypeFacts) -> int:
    return max(SHORTEST_BUFFER, form.interpreter_buffer_minutes)


def _lasts(facts: ConversationFacts, least: int, most: int) -> bool:
    return timedelta(minutes=least) <= facts.ends_at - facts.starts_at <= timedelta(minutes=most)


def _is_whole_minute(moment: datetime) -> bool:
    return moment.second == moment.microsecond == 0
