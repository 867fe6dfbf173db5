"""Where a family is visited: kept for its visitors, and only until the visit is over (R30)."""

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints
from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.kernel.row import Fields, Row, reference
from domain.kernel.text import Line

PostalCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9 -]{2,9}$")]


class HomeVisitAddressFields(Fields):
    """A home, as the family gives it."""

    street: Line = Field(description="With the number.")
    postal_code: PostalCode = Field(schema_extra={"examples": ["1080"]})
    town: Line
    directions: Line | None = Field(None, description="Which bell, which floor.")


class HomeVisitAddress(Row, HomeVisitAddressFields, table=True):
    __tablename__ = "home_visit_addresses"
    __table_args__ = (Index("home_visit_addresses_once", "school_id", "visit_id", unique=True),)

    visit_id: UUID = reference("home_visits", cascade=True)


class HomeVisitAddressRead(HomeVisitAddressFields, SQLModel):
    """For the visitors and the family itself."""
