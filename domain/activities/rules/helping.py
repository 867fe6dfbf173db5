"""Who may help with what."""

from domain.activities.models.helping import ActivityHelperFields, HelperRole
from domain.kernel.rule import Finding, Rule

CHILD_INTERPRETS = Rule(
    "child_interprets",
    "Een leerling is nooit de tolk. Zoek een tolk, een ouder of een brugfiguur.",
    "Un élève n'est jamais l'interprète. Cherchez un interprète, un parent ou un relais.",
    "A student is never the interpreter. Find an interpreter, a parent or a bridge worker.",
    number="R21",
    source=("52", "54", "J"),
)


def check_task(fields: ActivityHelperFields) -> list[Finding]:
    """Students help with much, and never with the language of adults (R21)."""
    interprets = fields.student_id is not None and fields.role == HelperRole.LANGUAGE
    return [CHILD_INTERPRETS.broken("/role")] if interprets else []
