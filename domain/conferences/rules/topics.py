"""Whose topics may stand on the agenda before the talk begins (R02, R05)."""

from domain.catalogue.models.words import AgendaSetBy, ParticipantRole
from domain.conversations.rules.family import FAMILY


def may_bring(set_by: str) -> frozenset[ParticipantRole]:
    """The roles whose topics are put on the agenda when a talk of this form is planned."""
    if set_by == AgendaSetBy.TOGETHER_IN_CONVERSATION:
        return frozenset()
    return FAMILY if set_by == AgendaSetBy.FAMILY else frozenset(ParticipantRole)
