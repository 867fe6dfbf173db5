"""The order in which a school asks and does things, where it is another than the library's."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import Fields, Row


class OrderFields(Fields):
    """Questions of a meeting type, or points of a checklist, from first to last."""

    ids: list[UUID] = Field(
        max_length=500,
        description="What is not named comes after these, as it stood. None at all: the library's order.",
    )


class CatalogueOrder(Row, table=True):
    __tablename__ = "catalogue_orders"
    __table_args__ = (Index(None, "school_id", "within", unique=True),)

    within: str = Field(description="The key of a meeting type, or the id of a checklist.")
    places: dict[str, int] = Field(
        sa_type=JSONB, description="From ids, those of the library where a row adapts one, to places that start at 1."
    )


class OrderRead(SQLModel):
    """An order as it goes out."""

    version: int = Field(ge=0, description="0 as long as the school keeps to the library's order.")
    ids: list[UUID] = Field(description="All that the school sees, in its order.")
