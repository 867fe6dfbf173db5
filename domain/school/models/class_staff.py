"""Who teaches a class or cares for it."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, reference
from domain.kernel.text import Line
from domain.school.models.identifiers import SourcedId


class ClassStaffFields(Fields):
    """Somebody who teaches a class or cares for it."""

    staff_id: UUID = reference("staff_members")
    is_primary: bool = Field(default=False, description="The class teacher.")


class ClassStaff(Row, ClassStaffFields, table=True):
    __tablename__ = "class_staff"
    __table_args__ = (
        Index("class_staff_once", "school_id", "class_id", "staff_id", unique=True),
        Index(None, "school_id", "staff_id"),
    )

    class_id: UUID = reference("classes", cascade=True)
    sourced_id: SourcedId = None
    ended_on: date | None = None


class ClassStaffRead(ClassStaffFields):
    """Somebody of a class, as it goes out."""

    given_name: Line
    family_name: Line
