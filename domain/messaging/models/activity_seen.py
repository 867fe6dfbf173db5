"""An activity, or an idea for one, as a guardian with a link may know it."""

from datetime import datetime
from uuid import UUID

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.activities.models.coming import ComingFields, SignUpState
from domain.activities.models.ideas import IdeaKind, IdeaStatus
from domain.activities.models.words import ActivityForm, ActivityKind, ActivityStatus, SignUpMode
from domain.kernel.text import LanguageTag, Line, Paragraph, Text


class SignUpSeen(ComingFields):
    """The guardian's own sign-up; nobody else's (R17)."""

    id: UUID
    version: int
    state: SignUpState
    waiting_place: int | None = Described(description="Of who waits; 1 is the first.")


class MomentSeen(SQLModel):
    """One time at which it takes place."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    room: Line | None
    place: Line | None
    places_left: int | None = Described(ge=0, description="Null: everybody is welcome.")
    my_sign_up: SignUpSeen | None


class ActivitySeen(SQLModel):
    """The activity of a message, with its texts in every language."""

    kind: ActivityKind
    status: ActivityStatus
    title: Text
    goal: Text | None
    for_whom: Text | None
    forms: list[ActivityForm]
    languages: list[LanguageTag]
    sign_up: SignUpMode
    bring_along: bool
    has_childcare: bool | None
    buggy_access: bool | None
    wheelchair_access: bool | None
    is_free: bool | None
    time_zone: str
    moments: list[MomentSeen] = Described(description="The first one first.")


class IdeaSeen(SQLModel):
    """An idea, what the team said to it, and what was done with it."""

    kind: IdeaKind
    words: Paragraph
    language: LanguageTag
    status: IdeaStatus
    answer: Paragraph | None
    answer_language: LanguageTag | None
    outcome: Paragraph | None
    outcome_language: LanguageTag | None
    outcome_activity: Text | None = Described(description="Its name, once families know of it.")
