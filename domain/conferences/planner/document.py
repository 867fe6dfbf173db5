"""The document of a round to plan, `conference-problem/1`: what may stand in it, and within which bounds.

Times are ISO 8601 local times to the minute (an offset is dropped: one school, one zone), read as minutes since
2000-01-01. The bounds keep a document from asking more than a planner can hold; references are checked in `checks`.
"""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MOST_TALKS = 20_000
_TIME = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d(:00)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def minute(text: Any) -> int:
    """Minutes since 2000-01-01 of an ISO 8601 local time."""
    if not isinstance(text, str):
        raise PydanticCustomError("not_a_time", "A time is a text.")
    return _minute(text)


@lru_cache(maxsize=50_000)
def _minute(text: str) -> int:
    if not _TIME.fullmatch(text):
        raise PydanticCustomError("not_a_time", "A time is YYYY-MM-DDTHH:MM.")
    try:
        since = datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH
    except ValueError:
        raise PydanticCustomError("not_a_time", "There is no such time.") from None
    return since.days * 1440 + since.seconds // 60


def written(at: int) -> str:
    """The ISO 8601 local time of `at` minutes since 2000-01-01."""
    return (EPOCH + timedelta(minutes=at)).strftime("%Y-%m-%dT%H:%M")


Minute = Annotated[
    int,
    BeforeValidator(minute),
    WithJsonSchema({"type": "string", "pattern": _TIME.pattern, "examples": ["2026-11-17T18:40"]}),
]
Id = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+$")]
Label = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Minutes = Annotated[int, Field(ge=0, le=600)]
Price = Annotated[int, Field(ge=0, le=100_000)]


class Part(BaseModel):
    """Nothing is guessed: a number is no text, and a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class WindowDocument(Part):
    """From `start` up to and not including `end`."""

    start: Minute
    end: Minute

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "WindowDocument":
        if self.end <= self.start:
            raise PydanticCustomError("ends_before_start", "A window ends after it starts.")
        return self


WindowsDocument = Annotated[list[WindowDocument], Field(max_length=100)]


class SessionDocument(WindowDocument):
    """An evening or an afternoon of talks, at most sixteen hours."""

    id: Id

    @model_validator(mode="after")
    def _fits_a_day(self) -> "SessionDocument":
        if self.end - self.start > 16 * 60:
            raise PydanticCustomError("out_of_range", "A session lasts at most sixteen hours.")
        return self


class LocationDocument(Part):
    id: Id
    name: Label = ""


class RoomDocument(Part):
    id: Id
    location: Id
    capacity: int = Field(ge=1, le=1000, description="How many talks take place in it at the same time.")


class TeacherDocument(Part):
    id: Id
    role: Label = "teacher"
    room_by_session: dict[Id, Id] = Field(max_length=30, description="Where this teacher sits in each session.")
    availability: WindowsDocument
    breaks: WindowsDocument = []
    max_consecutive_minutes: int | None = Field(default=None, ge=0, le=1440, description="Null or 0: no limit.")
    min_break_minutes: Minutes = Field(default=0, description="Less than this between two talks is no break.")


class InterpreterDocument(Part):
    id: Id
    languages: list[Id] = Field(max_length=100)
    availability: WindowsDocument


class StudentDocument(Part):
    id: Id
    class_: Label = Field(default="", alias="class")
    unavailable: WindowsDocument = []


class HouseholdDocument(Part):
    id: Id
    availability: WindowsDocument
    preferred: WindowsDocument = []
    max_sessions: int | None = Field(default=None, ge=0, le=100)
    extra_walking_minutes: Minutes = 0
    staff_teacher: Id | None = Field(default=None, description="The parent teaches here: also busy as that teacher.")


class SeparationDocument(Part):
    """Two households that do not meet: so many minutes between their talks on site, or another session."""

    households: list[Id] = Field(min_length=2, max_length=2)
    rule: Literal["min_gap", "different_sessions"]
    minutes: Minutes | None = None


class MeetingDocument(Part):
    id: Id
    households: list[Id] = Field(min_length=1, max_length=10, description="Two: a joint talk.")
    students: list[Id] = Field(default=[], max_length=10)
    teachers: list[Id] = Field(min_length=1, max_length=10, description="The room of the first one is used.")
    duration_minutes: int = Field(ge=1, le=480)
    mandatory: bool
    weight: int = Field(ge=0, le=1000)
    channel: Literal["on_site", "video", "phone"]
    interpreter_language: Id | None = None
    student_attends: bool = False
    pinned_start: Minute | None = None


class PublishedDocument(Part):
    start: Minute
    interpreter: Id | None = None


class ObjectiveDocument(Part):
    on_site_wait_per_minute: Price
    remote_wait_per_minute: Price
    extra_session_per_household: Price
    meeting_outside_preferred: Price
    long_wait_threshold_minutes: Price
    long_wait_per_minute: Price
    shortfall_pair_per_household: Price
    teacher_idle_per_minute: Price
    teacher_session: Price


class CostsDocument(Part):
    household_window_per_minute: Price
    teacher_window_per_minute: Price
    teacher_run: Price
    walking_per_minute: Price
    interpreter: Price
    max_sessions: Price
    student_window_per_minute: Price
    move_other_meeting: Price


class ProblemDocument(Part):
    """A round of conferences to plan."""

    format: Literal["conference-problem/1"]
    name: Label
    seed: int | None = Field(default=None, description="Where a made problem came from; the planner does not read it.")
    time_zone: Label = "Europe/Brussels"
    start_grid_minutes: int = Field(ge=1, le=60, description="Talks start on this grid, from their session's start.")
    sessions: list[SessionDocument] = Field(min_length=1, max_length=30)
    locations: list[LocationDocument] = Field(min_length=1, max_length=100)
    walking_minutes: dict[Id, dict[Id, Minutes]] = Field(
        max_length=100, description="Between two different rooms, by the locations of both: the same there and back."
    )
    rooms: list[RoomDocument] = Field(max_length=5000)
    household_channel_change_minutes: Minutes
    objective: ObjectiveDocument
    relaxation_costs: CostsDocument
    teachers: list[TeacherDocument] = Field(max_length=5000)
    interpreters: list[InterpreterDocument] = Field(default=[], max_length=1000)
    students: list[StudentDocument] = Field(default=[], max_length=MOST_TALKS)
    households: list[HouseholdDocument] = Field(max_length=MOST_TALKS)
    separated_households: list[SeparationDocument] = Field(default=[], max_length=MOST_TALKS)
    meetings: list[MeetingDocument] = Field(max_length=MOST_TALKS)
    published: dict[Id, PublishedDocument] = Field(
        default={},
        max_length=MOST_TALKS,
        description="The times that families know, when a published schedule is planned again. "
        "Talks that are no longer asked for are passed over.",
    )
