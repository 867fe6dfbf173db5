"""A rule of the conversations, written once: its number, its source, and its words."""

from dataclasses import dataclass, field
from typing import Any, Literal

from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.text import OWN_LANGUAGES, pick

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule(Message):
    """A message with the number of its rule (R01 to R40), where it comes from, and whether it refuses or warns."""

    number: str = ""
    severity: Severity = "error"
    source: tuple[str, ...] = ()

    def broken(self, pointer: str = "", **data: Any) -> "Finding":
        return Finding(self, pointer, data)


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold here, and where."""

    rule: Rule
    pointer: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """What is kept and shown of a warning: a language map, so that each reader reads it in their own language."""
        texts = {language: self.rule.words(language, self.data) for language in OWN_LANGUAGES}
        return {"rule": self.rule.number, "code": self.rule.code, "pointer": self.pointer, "detail": texts}


BROKEN = Message(
    "rule_broken",
    "Dit gesprek kan zo niet doorgaan.",
    "Cet entretien ne peut pas avoir lieu de cette manière.",
    "This conversation cannot go ahead like this.",
)


def warnings_of(findings: list[Finding], refusal: Message = BROKEN) -> list[Finding]:
    """Refuse when a hard rule is broken; give back the warnings otherwise.

    Raises:
        Invalid: in the words of the refusal, with one detail for each broken hard rule.
    """
    errors = [finding for finding in findings if finding.rule.severity == "error"]
    if errors:
        raise Invalid(refusal, *(Detail(found.pointer, found.rule, found.data) for found in errors))
    return findings


def reading(record: dict[str, Any], language: str) -> dict[str, Any]:
    """A kept warning in one language."""
    return {**record, "detail": pick(record["detail"], language)}
