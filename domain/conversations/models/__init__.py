"""Tables, fields and documents of conversations, by noun."""

from domain.conversations.models.agenda import AgendaItem
from domain.conversations.models.agreements import Agreement
from domain.conversations.models.board import Board, BoardCard, BoardPawn
from domain.conversations.models.checklist import ChecklistItem
from domain.conversations.models.conversations import Conversation, OfferedTime
from domain.conversations.models.notes import Note
from domain.conversations.models.participants import Participant

__all__ = [
    "AgendaItem",
    "Agreement",
    "Board",
    "BoardCard",
    "BoardPawn",
    "ChecklistItem",
    "Conversation",
    "Note",
    "OfferedTime",
    "Participant",
]
