"""The words of a school."""

from enum import StrEnum
from typing import Literal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]
InterpreterMode = Literal["on_site", "phone", "video"]


class Level(StrEnum):
    """kleuter, lager, secundair."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    SECONDARY = "secondary"
