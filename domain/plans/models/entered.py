"""Who wrote a part of a plan down."""

from uuid import UUID

from sqlmodel import Field, SQLModel


class Entered(SQLModel):
    """Who wrote it down."""

    entered_by_id: UUID | None = Field(
        default=None, description="The person, when the school has a record of them; null for an account of the office."
    )
    on_behalf: bool = Field(default=False, description="Somebody of the school wrote it down for the party.")
