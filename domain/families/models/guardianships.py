"""How guardians are linked to students."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, reference
from domain.kernel.text import Line


class Relationship(StrEnum):
    """What a guardian is to a student."""

    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    LEGAL_GUARDIAN = "legal_guardian"
    OTHER = "other"


class GuardianshipFields(Fields):
    """How a guardian is linked to a student, with the rights that follow (domain facts 1.5)."""

    guardian_id: UUID = reference("guardians", cascade=True)
    relationship: Relationship = Field(Relationship.PARENT, sa_type=WORD)
    legal_authority: bool = Field(default=True, description="Exercises parental authority.")
    right_to_information: bool = Field(default=True, description="Gets an invitation and a view of their own (R17).")
    may_be_contacted: bool = True
    legal_parents_agreed_on: date | None = Field(
        None, description="When the legal parents agreed that somebody without authority takes part (R18)."
    )


class Guardianship(Row, GuardianshipFields, table=True):
    __tablename__ = "guardianships"
    __table_args__ = (
        Index("guardianships_once", "school_id", "student_id", "guardian_id", unique=True),
        Index(None, "school_id", "guardian_id"),
    )

    student_id: UUID = reference("students", cascade=True)
    ended_on: date | None = None
    from_roster: bool = Field(default=False, description="A roster made it, so a roster may end it.")


class GuardianshipRead(GuardianshipFields):
    """A guardian of a student, by name; contact data stand with the guardian."""

    id: UUID
    given_name: Line
    family_name: Line
