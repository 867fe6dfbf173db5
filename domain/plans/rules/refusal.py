"""How a plan says no."""

from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.rule import Finding

NOT_SO = Message(
    "rule_broken",
    "Zo kan het niet in het plan.",
    "Cela ne peut pas figurer ainsi dans le plan.",
    "It cannot stand in the plan like this.",
)


def refuse(findings: list[Finding]) -> None:
    """
    Raises:
        Invalid: with one detail for each finding.
    """
    if findings:
        raise Invalid(NOT_SO, *(Detail(found.pointer, found.rule, found.data) for found in findings))
