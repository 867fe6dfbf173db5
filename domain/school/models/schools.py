"""Schools, which are the tenants."""

from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import Fields, Row, RowRead
from domain.kernel.text import LanguageTag, Line
from domain.school.models.identifiers import ExternalIds
from domain.school.models.words import Level


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise PydanticCustomError("unknown_time_zone", "This is no IANA time zone.")
    return name


TimeZone = Annotated[Line, AfterValidator(_known_zone)]


class SchoolFields(Fields):
    """A school, which is a tenant: nothing of one school is ever seen by another."""

    name: Line = Field(schema_extra={"examples": ["Basisschool De Wissel"]})
    levels: list[Level] = Field(sa_type=JSONB, min_length=1, schema_extra={"examples": [["nursery", "primary"]]})
    time_zone: TimeZone = Field("Europe/Brussels", description="IANA name; what people read is in this zone.")
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB, description="Languages in which the team can talk.")
    email: Email | None = None
    phone: Phone | None = None
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class School(Row, SchoolFields, table=True):
    __tablename__ = "schools"
    __table_args__ = (
        CheckConstraint("school_id = id", name="is_its_own_tenant"),
        Index("schools_tenant", "school_id", unique=True),
        {"info": {"tenancy": "schools"}},
    )

    sourced_id: str | None = None


class SchoolRead(RowRead, SchoolFields):
    """A school as it goes out."""
