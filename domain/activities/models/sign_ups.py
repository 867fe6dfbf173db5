"""Who said that they come to a moment of an activity; who does not fit yet waits in a queue."""

from datetime import datetime
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import BigInteger, CheckConstraint, Identity, Index, text
from sqlmodel import Field

from domain.activities.models.coming import ComingFields, EnteredHow, SignUpState
from domain.kernel.row import MOMENT, WORD, Row, RowRead, reference
from domain.kernel.text import Text

_OPEN = text("state IN ('signed_up', 'waiting')")


class SignUp(Row, ComingFields, table=True):
    """Of a guardian, each for themselves (R17); without a guardian of the student."""

    __tablename__ = "activity_sign_ups"
    __table_args__ = (
        Index(
            "activity_sign_ups_guardian_once",
            *("school_id", "moment_id", "guardian_id"),
            unique=True,
            postgresql_where=_OPEN,
        ),
        Index(
            "activity_sign_ups_student_once",
            *("school_id", "moment_id", "student_id"),
            unique=True,
            postgresql_where=text("guardian_id IS NULL AND state IN ('signed_up', 'waiting')"),
        ),
        Index(None, "school_id", "moment_id", "queue_number"),
        Index(None, "school_id", "activity_id", "queue_number"),
        CheckConstraint("num_nonnulls(guardian_id, student_id) > 0", name="somebody"),
    )

    activity_id: UUID = reference("activities", cascade=True)
    moment_id: UUID = reference("activity_moments", cascade=True)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    student_id: UUID | None = reference("students", cascade=True, default=None)
    state: SignUpState = Field(default=SignUpState.WAITING, sa_type=WORD)
    queue_number: int | None = Field(
        default=None, sa_type=BigInteger, nullable=False, sa_column_args=[Identity(always=True)]
    )
    """By when it came, as the database counts: the moment is locked by then, so it rises in the order of commits."""
    entered: EnteredHow = Field(default=EnteredHow.APP, sa_type=WORD)
    entered_by_staff_id: UUID | None = reference("staff_members", default=None)
    came_at: datetime | None = Field(default=None, sa_type=MOMENT)

    @property
    def people(self) -> int:
        """How many places it takes."""
        return self.adults + self.children + self.brings_along


class SignUpRead(RowRead, ComingFields):
    """A sign-up, as it goes out."""

    activity_id: UUID
    moment_id: UUID
    guardian_id: UUID | None
    student_id: UUID | None
    name: str = Described(description="Of who signed up.")
    state: SignUpState
    waiting_place: int | None = Described(description="Of who waits; 1 is the first. Who is before them stays unsaid.")
    told: Text | None = Described(description="What waiting means, in words.")
    entered: EnteredHow
    entered_by_staff_id: UUID | None = Described(description="For the team only.")
    came_at: datetime | None = Described(description="For the team only; it counts who was met, and judges nobody.")
