"""Who takes part in a conversation, as what, and what they answered."""

from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import ParticipantRole
from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.kernel.text import Line

FAMILY_ROLES = frozenset({ParticipantRole.GUARDIAN, ParticipantRole.OTHER_GUARDIAN})
"""Who is asked: they accept or decline."""

PERSONS = ("staff_id", "guardian_id", "student_id", "interpreter_id", "organisation")
_R = ParticipantRole
PERSONS_BY_ROLE: dict[ParticipantRole, tuple[str, ...]] = {
    _R.STUDENT: ("student_id",),
    _R.GUARDIAN: ("guardian_id",),
    _R.OTHER_GUARDIAN: ("guardian_id",),
    _R.TEACHER: ("staff_id",),
    _R.HEAD: ("staff_id",),
    _R.CARE_COORDINATOR: ("staff_id",),
    _R.COLLEAGUE: ("staff_id",),
    _R.BRIDGE_WORKER: ("staff_id", "organisation"),
    _R.PUPIL_GUIDANCE_CENTRE: ("organisation",),
    _R.PARTNER: ("organisation",),
    _R.INTERPRETER: PERSONS,
}
"""What names somebody in a role. A relative who interprets is named as one, so that R21 can warn or refuse."""


class Answer(StrEnum):
    """What somebody said to the invitation. No answer is not a refusal (R10)."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ParticipantFields(Fields):
    """Somebody who takes part: one person of the school's records, or somebody of an organisation."""

    role: ParticipantRole = Field(sa_type=WORD)
    staff_id: UUID | None = reference("staff_members", default=None)
    guardian_id: UUID | None = reference("guardians", default=None, cascade=True)
    student_id: UUID | None = reference("students", default=None, cascade=True)
    interpreter_id: UUID | None = reference("interpreters", default=None)
    organisation: Line | None = Field(
        None, description="Of somebody from outside the school, such as the guidance centre."
    )
    reason: Line | None = Field(None, description="Why somebody comes, as the family is told (R23).")
    chose_whatsapp: bool = Field(default=False, description="This guardian asked for WhatsApp (R28).")

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        given = [name for name in PERSONS if getattr(self, name) is not None]
        allowed = PERSONS_BY_ROLE[self.role]
        if len(given) != 1 or given[0] not in allowed:
            raise PydanticCustomError("one_person", "Name one person: {expected}.", {"expected": ", ".join(allowed)})
        return self


class Participant(Row, ParticipantFields, table=True):
    __tablename__ = "conversation_participants"
    __table_args__ = (
        Index(None, "school_id", "conversation_id"),
        Index(None, "school_id", "staff_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "interpreter_id"),
        CheckConstraint(f"num_nonnulls({', '.join(PERSONS)}) = 1", name="one_person"),
    )

    conversation_id: UUID = reference("conversations", cascade=True)
    answer: Answer | None = Field(default=None, sa_type=WORD)
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)
    answer_reason: str | None = None
    entered_by_id: UUID | None = reference("staff_members", default=None)
    announced_at: datetime | None = Field(default=None, sa_type=MOMENT)
    acknowledged_at: datetime | None = Field(default=None, sa_type=MOMENT)

    @property
    def is_guardian(self) -> bool:
        """Takes part as a guardian."""
        return self.role in FAMILY_ROLES and self.guardian_id is not None

    @property
    def person_id(self) -> UUID | None:
        """Who it is in the school's records; nobody known when only an organisation was named."""
        return self.staff_id or self.guardian_id or self.student_id or self.interpreter_id

    @property
    def is_open(self) -> bool:
        """Is asked, and did not say no."""
        return self.answer in (Answer.INVITED, Answer.ACCEPTED)


class ParticipantRead(SQLModel):
    """Somebody who takes part, by name and without contact data. Another guardian's answer stays theirs (R17)."""

    id: UUID
    role: ParticipantRole
    staff_id: UUID | None
    guardian_id: UUID | None
    student_id: UUID | None
    interpreter_id: UUID | None
    organisation: str | None
    given_name: str | None
    family_name: str | None
    reason: str | None
    announced_at: datetime | None
    acknowledged_at: datetime | None
    answer: Answer | None = Field(description="Null for who is not asked, and when it is another guardian's.")
    answered_at: datetime | None
    answer_reason: str | None
    entered_by_id: UUID | None = Field(description="Who of the staff entered the answer for the family.")
    chose_whatsapp: bool | None


class AnswerFields(Fields):
    """An answer to an invitation."""

    guardian_id: UUID | None = Described(None, description="Needed when the staff enters it for a guardian.")


class AcceptFields(AnswerFields):
    """Yes, to the time that was offered or to one of them."""

    proposal_id: UUID | None = Described(None, description="Which of the offered times; needed while several are open.")


class DeclineFields(AnswerFields):
    """No, or not then."""

    reason: Line | None = Described(None, description="Nobody needs to give one.")


class CancelFields(Fields):
    """It does not take place."""

    reason: Line | None = Described(None, description="As everybody who takes part may read it.")
