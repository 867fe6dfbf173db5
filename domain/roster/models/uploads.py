"""The bundle of an import, until it has ended."""

from uuid import UUID

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel


class RosterUpload(SQLModel, table=True):
    """A piece of a bundle, kept until the import has ended: the worker may run on another machine."""

    __tablename__ = "roster_uploads"

    school_id: UUID = Field(primary_key=True)
    import_id: UUID = Field(
        primary_key=True, sa_column_kwargs={"info": {"references": "roster_imports", "cascade": True}}
    )
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)
