"""How a board goes out: as a document, and as all that its picture shows."""

from typing import Any

from sqlalchemy import ColumnElement, Date, and_, func, literal, literal_column, true
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.catalogue.models import DevelopmentDomain, MeetingType, Scale
from domain.conversations.facts import Form
from domain.conversations.models.agreements import Agreement
from domain.conversations.models.board import Board, BoardCard, BoardPawn, BoardRead, CardRead, PawnRead
from domain.conversations.models.board_picture import BoardShown, LadderShown
from domain.conversations.models.conversations import Conversation
from domain.conversations.queries.visibility import of_conversation, sees_what_came_of_it
from domain.families.models import Student
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Reading, looked_up
from domain.kernel.text import picked
from domain.school.models import School


def _in_words(column: Any) -> Computed:
    """A text of the catalogue, in the reader's language."""
    return lambda reading: column if reading.language is None else picked(column, reading.language)


_RUNG: ColumnElement[Any] = func.jsonb_path_query_first(
    col(Scale.levels),
    literal_column("'$[*] ? (@.level == $level).label'::jsonpath"),
    func.jsonb_build_object(literal_column("'level'"), col(BoardPawn.level)),
    type_=JSONB,
)

CARDS = Document(
    CardRead,
    BoardCard,
    beside={
        DevelopmentDomain: and_(
            col(DevelopmentDomain.school_id) == col(BoardCard.library_id),
            col(DevelopmentDomain.key) == col(BoardCard.development_domain),
        )
    },
    computed={"name": _in_words(col(DevelopmentDomain.name)), "pictogram": lambda _: col(DevelopmentDomain.pictogram)},
)
PAWNS = Document(
    PawnRead,
    BoardPawn,
    beside={Scale: col(Scale.key) == col(BoardPawn.scale)},
    computed={"label": _in_words(_RUNG)},
)
LADDERS = Document(
    LadderShown,
    Scale,
    computed={
        "name": _in_words(col(Scale.name)),
        "levels": lambda reading: func.localized(col(Scale.levels), reading.language, type_=JSONB),
    },
)


def _sees_board(viewer: Viewer) -> ColumnElement[bool]:
    """Of a talking tree only: no other form has a board."""
    here, student = col(Conversation.id), col(Conversation.student_id)
    return (col(Conversation.meeting_type) == literal(Form.TALKING_TREE)) & sees_what_came_of_it(viewer, here, student)


def _cards(reading: Reading) -> ColumnElement[Any]:
    return CARDS.nested(reading, _lies_on(BoardCard), col(BoardCard.position))


def _pawns(reading: Reading) -> ColumnElement[Any]:
    return PAWNS.nested(reading, _lies_on(BoardPawn), col(BoardPawn.id))


def _lies_on(table: Any) -> ColumnElement[bool]:
    return and_(col(table.school_id) == col(Board.school_id), col(table.board_id) == col(Board.id))


_BOARD: dict[str, Computed] = {
    "conversation_id": lambda _: col(Conversation.id),
    "version": lambda _: func.coalesce(col(Board.version), literal_column("0")),
    "updated_at": lambda _: col(Board.updated_at),
    "cards": _cards,
    "pawns": _pawns,
    "what_helps": lambda _: col(Board.what_helps),
    "agreement_id": lambda _: col(Board.agreement_id),
}

BOARD = Document(BoardRead, Conversation, visible=_sees_board, beside={Board: of_conversation(Board)}, computed=_BOARD)


def _agreed(_: Reading) -> ColumnElement[Any]:
    same_school = col(Agreement.school_id) == col(Board.school_id)
    return looked_up(Agreement.what, same_school, col(Agreement.id) == col(Board.agreement_id))


PICTURE = Document(
    BoardShown,
    Conversation,
    visible=_sees_board,
    beside={
        Board: of_conversation(Board),
        MeetingType: col(MeetingType.key) == col(Conversation.meeting_type),
        School: col(School.school_id) == col(Conversation.school_id),
        Student: and_(
            col(Student.school_id) == col(Conversation.school_id), col(Student.id) == col(Conversation.student_id)
        ),
    },
    computed={
        **_BOARD,
        "form": _in_words(col(MeetingType.name)),
        "given_name": lambda _: col(Student.given_name),
        "held_on": lambda _: sql_cast(func.timezone(col(School.time_zone), col(Conversation.starts_at)), Date),
        "agreement": _agreed,
        "ladders": lambda reading: LADDERS.nested(reading, true(), col(Scale.position)),
    },
)
