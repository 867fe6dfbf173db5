"""Which students are in which classes."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index

from domain.kernel.row import Fields, Row, reference
from domain.kernel.text import Line
from domain.school.models.identifiers import SourcedId


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
