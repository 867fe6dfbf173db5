"""Families, schools and questions of every kind, for the properties of the decision."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from domain.families.models.guardians import ReadingComfort
from domain.families.models.restrictions import RestrictionKind
from domain.plans.decision.asked import Question
from domain.plans.decision.family import Agreed, Family, Guardian, Limit, Person, Student, Wishes
from domain.plans.decision.school_ways import Colleague, QuietHours, SchoolWays, Ways
from domain.plans.decision.week import week_of
from domain.plans.models.contact_words import ContactChannel, DayOfWeek, DigitalAccess, Frequency
from domain.plans.models.topics import Topic, Urgency
from domain.school.calendar import Period
from domain.school.models.words import InterpreterMode

STAFF = [UUID(int=number) for number in range(901, 904)]
CHANNELS = st.lists(st.sampled_from(ContactChannel), min_size=1, max_size=5, unique=True).map(tuple)
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))
TIMES = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]


@st.composite
def hours(draw: st.DrawFn) -> dict[str, str]:
    start, end = sorted(draw(st.lists(st.sampled_from(TIMES), min_size=2, max_size=2, unique=True)))
    return {"weekday": draw(st.sampled_from(DayOfWeek)), "from_time": start, "to_time": end}


def periods(longest: int) -> st.SearchStrategy[Period]:
    return st.builds(lambda on, days: Period(on, on + timedelta(days=days)), DAYS, st.integers(1, longest))


WEEKS = st.lists(hours(), max_size=4).map(week_of)
MODES: list[InterpreterMode] = ["on_site", "phone", "video"]
LANGUAGES = st.lists(st.sampled_from(["nl", "fr", "ary", "tr", "xx"]), max_size=3).map(tuple)
WISHES = st.builds(
    Wishes,
    channels=CHANNELS,
    languages=LANGUAGES,
    reading_comfort=st.sampled_from(ReadingComfort),
    wants_interpreter=st.booleans(),
    interpreter_mode=st.none() | st.sampled_from(MODES),
    reachable=WEEKS,
    blocked=st.lists(periods(100), max_size=2).map(tuple),
    digital_access=st.sampled_from(DigitalAccess),
    has_urgent_phone=st.booleans(),
    frequency=st.sampled_from(Frequency),
)
TOPICS = [Topic.CONVERSATIONS, Topic.LEARNING]
AGREED = st.builds(
    Agreed, st.sampled_from(TOPICS), st.sampled_from(ContactChannel), answered_by_id=st.none() | st.sampled_from(STAFF)
)
PEOPLE = st.builds(
    Person,
    languages=LANGUAGES,
    reading_comfort=st.sampled_from(ReadingComfort),
    has_email=st.booleans(),
    has_phone=st.booleans(),
    wishes=st.none() | WISHES,
    agreements=st.lists(AGREED, max_size=2).map(tuple),
)
LIMITS = st.builds(
    lambda span, kind: Limit(span.starts_on, span.ends_on, kind), periods(300), st.sampled_from(RestrictionKind)
)


@st.composite
def families(draw: st.DrawFn) -> Family:
    guardians = [
        Guardian(
            guardian_id=UUID(int=number),
            person=draw(PEOPLE),
            legal_authority=draw(st.booleans()),
            right_to_information=draw(st.sampled_from([True, True, True, False])),
            may_be_contacted=draw(st.sampled_from([True, True, True, False])),
            is_parent=draw(st.booleans()),
            legal_parents_agreed_on=draw(st.none() | DAYS),
            ended_on=draw(st.none() | st.none() | DAYS),
            limits=tuple(draw(st.lists(LIMITS, max_size=2))),
        )
        for number in range(1, 1 + draw(st.integers(0, 3)))
    ]
    born_on = draw(st.none() | st.sampled_from([date(2015, 5, 5), date(2008, 12, 31), date(2004, 2, 29)]))
    student = Student(UUID(int=99), draw(PEOPLE.map(_without_contact)), born_on, said_yes=draw(st.booleans()))
    return Family(student, tuple(guardians))


def _without_contact(person: Person) -> Person:
    own = None if person.wishes is None else Wishes(person.wishes.channels)
    return Person(wishes=own, agreements=person.agreements)


WAYS = st.builds(
    Ways,
    channels=CHANNELS,
    answering=WEEKS,
    interpreter_modes=st.lists(st.sampled_from(MODES), unique=True).map(tuple),
    stand_in_id=st.none() | st.sampled_from(STAFF),
)
COLLEAGUES = st.builds(Colleague, st.frozensets(st.integers(0, 4)), ended_on=st.none() | DAYS, ways=st.none() | WAYS)
SCHOOLS = st.builds(
    SchoolWays,
    ways=st.none() | WAYS,
    staff=st.fixed_dictionaries({}, optional=dict.fromkeys(STAFF, COLLEAGUES)),
    quiet=st.builds(
        QuietHours,
        quiet_from=st.sampled_from(["19:00", "21:30", "12:00"]),
        quiet_to=st.sampled_from(["07:30", "13:00"]),
        quiet_at_weekends=st.booleans(),
    ),
)
QUESTIONS = st.builds(
    Question,
    topic=st.sampled_from(TOPICS),
    urgency=st.sampled_from(Urgency),
    moment=st.datetimes(datetime(2026, 9, 1), datetime(2027, 8, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    guardian_ids=st.none() | st.frozensets(st.sampled_from([UUID(int=number) for number in range(1, 5)]), max_size=2),
    to_student=st.booleans(),
    sender_id=st.none() | st.sampled_from(STAFF),
    student_agreed=st.booleans(),
)
