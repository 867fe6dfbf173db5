"""A round to plan, as plain data: what the document says, with minutes for times and indices for references.

Every time is in minutes since 2000-01-01 local; a window is half open; windows are sorted and merged.
"""

from dataclasses import dataclass

Window = tuple[int, int]
Windows = tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Session:
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Room:
    """`location` is an index into the rows of `Problem.walking`."""

    id: str
    location: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Teacher:
    """`room_by_session` has one room for each session, or None where there is none.

    A run of talks less than `shortest_break` minutes apart lasts at most `longest_run` (None or 0: no limit).
    """

    id: str
    room_by_session: tuple[int | None, ...]
    available: Windows
    breaks: Windows
    longest_run: int | None
    shortest_break: int


@dataclass(frozen=True, slots=True)
class Interpreter:
    id: str
    languages: frozenset[str]
    available: Windows


@dataclass(frozen=True, slots=True)
class Student:
    id: str
    unavailable: Windows


@dataclass(frozen=True, slots=True)
class Household:
    """`preferred` empty means no preference; `staff_teacher` is the parent who teaches here."""

    id: str
    available: Windows
    preferred: Windows
    most_sessions: int | None
    extra_walking: int
    staff_teacher: int | None


@dataclass(frozen=True, slots=True)
class Separation:
    """Two households that do not meet: `gap` minutes between their talks on site, or None for different sessions."""

    first: int
    second: int
    gap: int | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A requested talk; it takes place in the room of its first teacher. `remote` is by video or by phone."""

    id: str
    households: tuple[int, ...]
    students: tuple[int, ...]
    teachers: tuple[int, ...]
    minutes: int
    mandatory: bool
    weight: int
    remote: bool
    language: str | None
    student_attends: bool
    pinned: int | None


@dataclass(frozen=True, slots=True)
class Published:
    start: int
    interpreter: int | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A talk with its time: `meeting` and `interpreter` are indices into the problem."""

    meeting: int
    start: int
    interpreter: int | None


@dataclass(frozen=True, slots=True)
class Weights:
    """What a minute, a session or a talk counts for in the lower levels of the objective; the document's own names."""

    on_site_wait_per_minute: int
    remote_wait_per_minute: int
    extra_session_per_household: int
    meeting_outside_preferred: int
    long_wait_threshold_minutes: int
    long_wait_per_minute: int
    shortfall_pair_per_household: int
    teacher_idle_per_minute: int
    teacher_session: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to give way: the prices of relaxations; the document's own names."""

    household_window_per_minute: int
    teacher_window_per_minute: int
    teacher_run: int
    walking_per_minute: int
    interpreter: int
    max_sessions: int
    student_window_per_minute: int
    move_other_meeting: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A whole round. `walking[a][b]` are the minutes between two different rooms of locations a and b (a may be b)."""

    name: str
    grid: int
    sessions: tuple[Session, ...]
    walking: tuple[tuple[int, ...], ...]
    rooms: tuple[Room, ...]
    teachers: tuple[Teacher, ...]
    interpreters: tuple[Interpreter, ...]
    students: tuple[Student, ...]
    households: tuple[Household, ...]
    separations: tuple[Separation, ...]
    meetings: tuple[Meeting, ...]
    published: dict[int, Published]
    channel_change: int
    objective: Weights
    costs: Costs
