"""What other systems call the same object."""

from typing import Annotated

from sqlmodel import Field

from domain.kernel.row import Fields
from domain.kernel.text import Line

SourcedId = Annotated[str | None, Field(min_length=1, max_length=255, description="The OneRoster `sourcedId`.")]


class ExternalId(Fields):
    """What another system calls this object."""

    system: Line
    value: Line


ExternalIds = list[ExternalId]
