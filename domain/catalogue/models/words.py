"""The words of the catalogue: keys, tags of provenance, and the enumerations in which its facts are told."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import StringConstraints
from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import PLATFORM, Fields, Row

_WORDS = r"[a-z0-9]+(-[a-z0-9]+)*"

Key = Annotated[str, StringConstraints(pattern=rf"^{_WORDS}(\.{_WORDS})?$", max_length=120)]
"""A name that stays: kebab-case English, for questions and tips after the key of their meeting type and a dot."""

Tag = Annotated[str, StringConstraints(pattern=r"^(S|J|[0-9]{1,3})$")]
"""Where a fact comes from: a source of `/v1/sources`, of which `J` is our own judgement."""

Tags = Annotated[list[Tag], Field(min_length=1, max_length=20)]
"""Provenance of a fact of the library; it always has some (R36)."""

Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00-\x1f]+$", max_length=500)]


class Channel(StrEnum):
    """Where or how a conversation takes place."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    WHATSAPP = "whatsapp"
    HOME_VISIT = "home_visit"
    OTHER_PLACE = "other_place"


class ParticipantRole(StrEnum):
    """What somebody is in a conversation."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    OTHER_GUARDIAN = "other_guardian"
    TEACHER = "teacher"
    HEAD = "head"
    CARE_COORDINATOR = "care_coordinator"
    PUPIL_GUIDANCE_CENTRE = "pupil_guidance_centre"
    INTERPRETER = "interpreter"
    BRIDGE_WORKER = "bridge_worker"
    COLLEAGUE = "colleague"
    PARTNER = "partner"


class Presence(StrEnum):
    """Whether somebody takes part. `announced`: may come, once the family was told, with the reason."""

    REQUIRED = "required"
    WELCOME = "welcome"
    OPTIONAL = "optional"
    ANNOUNCED = "announced"


class AgendaSetBy(StrEnum):
    """Who decides what is talked about."""

    FAMILY = "family"
    SHARED = "shared"
    TOGETHER_IN_CONVERSATION = "together_in_conversation"
    GUARDIAN_WITH_CARDS = "guardian_with_cards"
    SCHOOL_AND_FAMILIES = "school_and_families"


class HostMoment(StrEnum):
    """The moment inside which a talking tree takes place (R07)."""

    CONFERENCE = "conference"
    ENROLMENT = "enrolment"
    ATTENDANCE = "attendance"
    CARE = "care"
    SETTLING_IN = "settling-in"


class Audience(StrEnum):
    """Who answers a question."""

    PARENT = "parent"
    STUDENT = "student"
    TEACHER = "teacher"


class Phase(StrEnum):
    """When a point of a checklist is due (R36)."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Origin(StrEnum):
    """Whose words these are."""

    LIBRARY = "library"
    ADAPTED = "adapted"
    OWN = "own"


_MAYBE_DOCUMENT: Any = JSONB(none_as_null=True)


class LibraryRow(Row):
    """A row that the shared library has, in the order of its files."""

    position: int = Field(default=0)


class AdaptableRow(Row):
    """A row of the library, or a school's own: added to it, or (`adapts_id`) standing in place of one of its rows."""

    key: Key | None = None
    position: int = Field(default=1000, description="Own ones come after those of the library.")
    adapts_id: UUID | None = None
    hidden: bool = False
    library_id: UUID = Field(
        default=PLATFORM, description="Always the platform: lets a foreign key of a school reach the library."
    )
    made_from: dict[str, Any] | None = Field(
        default=None,
        sa_type=_MAYBE_DOCUMENT,
        description="What the row of the library said when the school adapted or hid it, or last looked at it.",
    )

    content: ClassVar[type[Fields]]
    """What of it a school may say otherwise."""

    def said(self) -> dict[str, Any]:
        """Its content, as `made_from` keeps it."""
        return {name: getattr(self, name) for name in self.content.model_fields}


class AdaptableRead(SQLModel):
    """What goes out of such a row beside its fields."""

    key: Key | None = Field(
        default=None, description="Its name in the library or in the file it came from; null when it was added here."
    )
    adapts_id: UUID | None = Field(default=None, description="The row of the library that this one replaces.")
    origin: Origin


def to_library(column: str, table: str, key: str = "id") -> ForeignKeyConstraint:
    """A school's row points to one of the library.

    The usual composite key (school, id) would look in the school itself. So its first part is `library_id`, which holds
    the platform and nothing else; the database then also knows which rows of the library somebody still uses, which
    row security hides from the loader.
    """
    return ForeignKeyConstraint(["library_id", column], [f"{table}.school_id", f"{table}.{key}"])


def library_only() -> CheckConstraint:
    """Keeps `library_id` what it says."""
    return CheckConstraint(f"library_id = '{PLATFORM}'", name="reaches_the_library")
