"""What people do where no machine should."""

from domain.messaging.models.words import TaskKind
from domain.plans.models.contact_words import ContactChannel

TASK_OF = {
    ContactChannel.PAPER: TaskKind.PRINT,
    ContactChannel.DIARY: TaskKind.WRITE_IN_DIARY,
    ContactChannel.TALK: TaskKind.SAY,
    ContactChannel.PHONE: TaskKind.SAY,
    ContactChannel.VIDEO: TaskKind.SAY,
}
"""By channel; the others are for machines."""
