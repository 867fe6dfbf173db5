"""What became different between two versions of a plan."""

from pydantic import BaseModel, Field

from domain.plans.sentences import Name


class ChangeInWords(BaseModel):
    """One difference, as a sentence."""

    pointer: str = Field(
        description="Of the field, in the later version.", examples=["/plan/guardian_wishes/0/channels"]
    )
    code: str
    said: Name


class VersionChanges(BaseModel):
    """What became different in the parts that the reader may see."""

    number: int
    since: int | None = Field(description="The earlier version; null when this is the first that you may see.")
    items: list[ChangeInWords]
