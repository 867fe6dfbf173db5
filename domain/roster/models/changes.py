"""What an import does to the rows of one kind."""

from sqlmodel import Field, SQLModel


class Changes(SQLModel):
    """What an import does to the rows of one kind."""

    added: int = 0
    changed: int = Field(default=0, description="Those that return are counted here.")
    ended: int = Field(default=0, description="No longer in the roster: ended today, never deleted.")
    unchanged: int = 0

    @property
    def written(self) -> int:
        """How many rows that takes."""
        return self.added + self.changed + self.ended
