"""All parts of one kind of a round, as one document."""

from sqlmodel import SQLModel, col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.queries.places import of_round
from domain.conferences.queries.visibility import sees_round
from domain.kernel.read import Document


def list_of(whole: type[SQLModel], part: Document) -> Document:
    """The parts of this round that the reader may see; not there when the round is not."""
    return Document(
        whole,
        ConferenceRound,
        visible=sees_round,
        computed={"items": lambda reading: part.nested(reading, of_round(part.table), col(part.table.id))},
    )
