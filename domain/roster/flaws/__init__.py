"""What can be wrong with a roster bundle: stable codes with their words, and how much each weighs in which mode."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from domain.kernel.errors import Message


class Mode(StrEnum):
    """How strictly a bundle is held to the specification."""

    STRICT = "strict"
    LENIENT = "lenient"


class Severity(StrEnum):
    """An error refuses the bundle, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Weight(Enum):
    """How a flaw counts: always refused, eased to a warning in lenient mode, or only noted."""

    REFUSED = (Severity.ERROR, Severity.ERROR)
    EASED = (Severity.ERROR, Severity.WARNING)
    NOTED = (Severity.WARNING, Severity.WARNING)

    def __init__(self, strict: Severity, lenient: Severity) -> None:
        self.strict = strict
        self.lenient = lenient


@dataclass(frozen=True, eq=False)
class Flaw(Message):
    """A stable code with its words in each language and its weight. The words never need data of the file."""

    weight: Weight

    def severity(self, mode: Mode) -> Severity:
        return self.weight.strict if mode is Mode.STRICT else self.weight.lenient


def refused(code: str, nl: str, fr: str, en: str) -> Flaw:
    return Flaw(code, nl, fr, en, Weight.REFUSED)


def eased(code: str, nl: str, fr: str, en: str) -> Flaw:
    return Flaw(code, nl, fr, en, Weight.EASED)


def noted(code: str, nl: str, fr: str, en: str) -> Flaw:
    return Flaw(code, nl, fr, en, Weight.NOTED)
