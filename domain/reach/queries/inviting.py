"""Which messages invite, and whether one reached its family: written once, for what counts and for what is shown."""

from domain.messaging.models.words import MessageKind

_KINDS = (
    *(MessageKind.INVITATION, MessageKind.ROUND_OPENED, MessageKind.SLOT_OFFERED),
    *(MessageKind.ACTIVITY_INVITATION, MessageKind.HOME_VISIT_ASKED),
)
_LISTED = ", ".join(f"'{kind}'" for kind in _KINDS)


def invites(message: str) -> str:
    """It asks for an answer, as SQL."""
    return f"{message}.kind IN ({_LISTED})"


def went_out(message: str) -> str:
    """It was sent, or said by somebody. What is still a task of somebody was not."""
    return f"{message}.state IN ('sent', 'in_digest')"
