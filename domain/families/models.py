"""Families: students, the people who raise them, how they are linked, and where they live together."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line
from domain.school.models import ExternalIds, Interval, Level, SourcedId


class ReadingComfort(StrEnum):
    """How somebody likes to get a message; their own choice, never a judgement."""

    READS_EASILY = "reads_easily"
    SHORT_TEXT = "short_text"
    RATHER_HEARS = "rather_hears"


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


class StudentFields(Fields):
    """A student."""

    given_name: Line
    family_name: Line
    preferred_name: Line | None = Field(None, description="How the student likes to be called.")
    level: Level = Field(sa_type=WORD)
    born_on: date | None = Field(None, description="Needed to know when a student is of age (R19).")
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class Student(Row, StudentFields, table=True):
    __tablename__ = "students"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class EnrollmentFields(Fields):
    """A student is in a class."""

    class_id: UUID = reference("classes")
    starts_on: date | None = None
    ended_on: date | None = None


class Enrollment(Row, EnrollmentFields, table=True):
    __tablename__ = "enrollments"
    __table_args__ = (
        Index("enrollments_once", "school_id", "student_id", "class_id", unique=True),
        Index(None, "school_id", "class_id"),
    )

    student_id: UUID = reference("students", cascade=True)
    sourced_id: SourcedId = None


class EnrollmentRead(EnrollmentFields):
    """A student's class, as it goes out."""

    title: Line


class GuardianFields(Fields):
    """A person who raises a student or helps to."""

    given_name: Line
    family_name: Line
    preferred_name: Line | None = Field(None, description="How this person likes to be addressed.")
    email: Email | None = None
    phone: Phone | None = None
    languages: list[LanguageTag] = Field(
        default=[],
        sa_type=JSONB,
        max_length=10,
        description="Spoken at ease, the best first.",
        schema_extra={"examples": [["ar", "fr"]]},
    )
    reading_comfort: ReadingComfort = Field(ReadingComfort.READS_EASILY, sa_type=WORD)
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class Guardian(Row, GuardianFields, table=True):
    __tablename__ = "guardians"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class GuardianRead(RowRead, GuardianFields):
    """A guardian as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None


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


class StudentRead(RowRead, StudentFields):
    """A student as it goes out; a guardian finds only themselves among the guardians."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
    classes: list[EnrollmentRead]
    guardians: list[GuardianshipRead]


class HouseholdFields(Fields):
    """People who live together. A student may belong to two."""

    label: Line = Field(description="For the school office, such as `Family Peeters, mother`.")
    guardian_ids: list[UUID] = Field(default=[], max_length=10)
    student_ids: list[UUID] = Field(default=[], max_length=20)


class Household(Row, table=True):
    __tablename__ = "households"

    label: Line


class HouseholdMember(Row, table=True):
    __tablename__ = "household_members"
    __table_args__ = (
        CheckConstraint("num_nonnulls(guardian_id, student_id) = 1", name="one_person"),
        Index("household_members_guardian", "school_id", "household_id", "guardian_id", unique=True),
        Index("household_members_student", "school_id", "household_id", "student_id", unique=True),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "guardian_id"),
    )

    household_id: UUID = reference("households", cascade=True)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    student_id: UUID | None = reference("students", cascade=True, default=None)


class HouseholdRead(RowRead, HouseholdFields):
    """A household as it goes out."""


class RestrictionKind(StrEnum):
    """What somebody may not, by a decision that the school has seen."""

    NO_CONTACT = "no_contact"
    NO_INFORMATION = "no_information"
    NO_ATTENDANCE = "no_attendance"


class RestrictionFields(Interval):
    """A dated restriction on one guardian towards one student. It wins over every plan and household."""

    student_id: UUID = reference("students", cascade=True)
    guardian_id: UUID = reference("guardians", cascade=True)
    kind: RestrictionKind = Field(sa_type=WORD)
    basis: Line = Field(description="Which document the school has seen, and when; not what stands in it.")


class Restriction(Row, RestrictionFields, table=True):
    __tablename__ = "restrictions"
    __table_args__ = (Index(None, "school_id", "guardian_id", "student_id"),)


class RestrictionRead(RowRead, RestrictionFields):
    """A restriction as it goes out."""
