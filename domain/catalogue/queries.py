"""Reads of the catalogue: the library as it is, and, where a school may adapt it, as the school sees it."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    column,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from domain.catalogue.models import (
    ActivityMindMap,
    ActivityMindMapRead,
    AdaptableRow,
    Audience,
    BlankChecklistRead,
    BlankPointRead,
    Channel,
    Checklist,
    ChecklistPoint,
    ChecklistRead,
    DevelopmentDomain,
    DevelopmentDomainRead,
    Key,
    LibraryRow,
    Material,
    MaterialKind,
    MaterialRead,
    MeetingType,
    MeetingTypeRead,
    NodePointRead,
    Origin,
    Phase,
    PointRead,
    Question,
    QuestionRead,
    Scale,
    ScaleRead,
    Source,
    SourceRead,
    Tip,
    TipKind,
    TipRead,
)
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import LANGUAGE, Computed, Condition, Document, Listing, Reading, Visible
from domain.kernel.row import PLATFORM, Expression
from domain.kernel.session import SchoolSession
from domain.kernel.text import Line, picked
from domain.school.models import Level

STAMP = "catalogue"
"""The triggers of migration 0003 bump this stamp with every change of a table of the catalogue."""


async def find_meeting_type(session: SchoolSession, key: str) -> MeetingType | None:
    """The meeting type of the library with this key, such as `start-conversation`."""
    rows = await session.rows(
        select(MeetingType).where(col(MeetingType.school_id) == PLATFORM, col(MeetingType.key) == key)
    )
    return rows[0] if rows else None


async def get_meeting_type(session: SchoolSession, key: str) -> MeetingType:
    """The same.

    Raises:
        NotFound: when the library has no such type.
    """
    found = await find_meeting_type(session, key)
    if found is None:
        raise NotFound(NOT_FOUND)
    return found


def phase_keys(meeting_type: MeetingType) -> list[str]:
    """The phases of its conversation, in order. (A row keeps documents as JSON does.)"""
    phases: list[Any] = meeting_type.phases
    return [phase["key"] for phase in phases]


def in_view(table: type[AdaptableRow]) -> Visible:
    """A school's view: its own rows that it does not hide, and those of the library that it did not override."""

    def visible(viewer: Viewer) -> ColumnElement[bool]:
        own = aliased(table)
        overridden = (
            select(1)
            .where(col(own.school_id) == viewer.school_id, col(own.adapts_id) == col(table.id))
            .correlate_except(own)
            .exists()
        )
        return or_(
            and_(col(table.school_id) == viewer.school_id, ~col(table.hidden)),
            and_(col(table.school_id) == PLATFORM, ~overridden),
        )

    return visible


def _documents(table: type[SQLModel], *names: str) -> dict[str, Computed]:
    """Columns that keep documents with texts inside, in the reader's language."""

    def localized(column: ColumnElement[Any]) -> Computed:
        def computed(reading: Reading) -> ColumnElement[Any]:
            return column if reading.language is None else func.localized(column, reading.language, type_=JSONB)

        return computed

    return {name: localized(table.__table__.c[name]) for name in names}  # type: ignore[attr-defined]


def _origin(table: type[AdaptableRow]) -> Computed:
    words = case(
        (col(table.school_id) == PLATFORM, str(Origin.LIBRARY)),
        (col(table.adapts_id).is_(None), str(Origin.OWN)),
        else_=str(Origin.ADAPTED),
    )
    return lambda _: words


def _list_has(column: Any) -> Condition:
    return lambda given: column.bool_op("?")(type_coerce(given, String))


def _library(
    document: Document, sorts: Mapping[str, Expression], filters: Mapping[str, Condition] | None = None
) -> Listing:
    return Listing(document, sorts, filters or {}, stamped=STAMP)


def _in_file_order(table: type[LibraryRow]) -> dict[str, Expression]:
    return {"position": col(table.position)}


class LevelQuery(PageQuery):
    """For which level."""

    level: Level | None = None


class MeetingTypeQuery(LevelQuery):
    """Which meeting types."""

    channel: Channel | None = Described(None, description="Those that suit this channel.")


class TipQuery(LevelQuery):
    """Which tips."""

    meeting_type: Key | None = None
    kind: TipKind | None = None


class MaterialQuery(PageQuery):
    """Which materials."""

    meeting_type: Key | None = None
    kind: MaterialKind | None = None


class QuestionQuery(LevelQuery):
    """Which questions."""

    meeting_type: Key | None = None
    audience: Audience | None = None
    phase: Key | None = None
    development_domain: Key | None = None
    q: Line | None = Described(None, description='Words to look for, in your language; also `"…"`, `or` and `-`.')


class PointQuery(PageQuery):
    """Which points of checklists."""

    checklist_id: UUID | None = None
    phase: Phase | None = None


Variant = Literal["with-examples", "blank"]
WITH_EXAMPLES: Variant = "with-examples"


class ChecklistQuery(PageQuery):
    """Which checklists, and how filled."""

    meeting_type: Key | None = None
    variant: Variant = Described(WITH_EXAMPLES, description="`blank` leaves our examples out and gives room for yours.")

    def filters(self) -> dict[str, Any]:
        """The variant says how they look, not which."""
        return {name: value for name, value in super().filters().items() if name != "variant"}


MEETING_TYPES = _library(
    Document(
        MeetingTypeRead,
        MeetingType,
        computed=_documents(MeetingType, "season", "channels", "participants", "agenda_note", "phases", "pitfalls"),
        key="key",
    ),
    {"key": col(MeetingType.key)},
    {
        "level": _list_has(col(MeetingType.levels)),
        "channel": lambda given: col(MeetingType.channels).bool_op("@>")(
            func.jsonb_build_array(func.jsonb_build_object("channel", type_coerce(given, String)))
        ),
    },
)
TIPS = _library(Document(TipRead, Tip, key="key"), {"key": col(Tip.key)}, {"level": _list_has(col(Tip.levels))})
MATERIALS = _library(
    Document(MaterialRead, Material, key="key"),
    _in_file_order(Material),
    {"meeting_type": _list_has(col(Material.meeting_types))},
)
DEVELOPMENT_DOMAINS = _library(
    Document(DevelopmentDomainRead, DevelopmentDomain, key="key"), _in_file_order(DevelopmentDomain)
)
SCALES = _library(Document(ScaleRead, Scale, computed=_documents(Scale, "levels"), key="key"), _in_file_order(Scale))
SOURCES = _library(Document(SourceRead, Source, key="tag"), _in_file_order(Source))


def _nodes(reading: Reading) -> ColumnElement[Any]:
    """Each node with the points of the checklist of the same name that say what to do for it.

    The key of such a point begins with those of the checklist and the node; an adapted point keeps it.
    """
    nodes = _documents(ActivityMindMap, "nodes")["nodes"](reading)
    listed = func.jsonb_array_elements(nodes).table_valued(column("it", JSONB), with_ordinality="place")
    node = listed.render_derived(name="node")
    begin = func.concat(col(ActivityMindMap.key), ".", node.c.it.op("->>")("key"), "-")
    of_node = func.starts_with(func.concat(col(ChecklistPoint.key), "-"), begin)
    points = _NODE_POINTS.nested(reading, of_node, col(ChecklistPoint.position))
    whole = node.c.it.op("||")(func.jsonb_build_object("points", points))
    in_order = select(func.jsonb_agg(aggregate_order_by(whole, node.c.place)))
    return in_order.correlate(ActivityMindMap).scalar_subquery()


_NODE_POINTS = Document(NodePointRead, ChecklistPoint, visible=in_view(ChecklistPoint))
ACTIVITY_MIND_MAPS = Document(
    ActivityMindMapRead,
    ActivityMindMap,
    computed={**_documents(ActivityMindMap, "root"), "nodes": _nodes},
    key="key",
)


def _matches(given: Any) -> ColumnElement[bool]:
    """PostgreSQL's own text search, in the reader's language, over both wordings.

    There is no index for it: the operator is not leakproof, so row security has to come first and PostgreSQL would not
    use one. The questions that a school sees are some hundreds at most.
    """
    configuration: ColumnElement[Any] = case(
        (LANGUAGE == "fr", literal_column("'french'::regconfig")),
        (LANGUAGE == "en", literal_column("'english'::regconfig")),
        (LANGUAGE == "ar", literal_column("'arabic'::regconfig")),
        else_=literal_column("'dutch'::regconfig"),
    )
    words = func.concat_ws(" ", picked(col(Question.text), LANGUAGE), picked(col(Question.plain), LANGUAGE))
    wanted = func.websearch_to_tsquery(configuration, type_coerce(given, String))
    return func.to_tsvector(configuration, words).bool_op("@@")(wanted)


QUESTION_LISTING = _library(
    Document(QuestionRead, Question, visible=in_view(Question), computed={"origin": _origin(Question)}),
    {
        "meeting_type": func.concat(
            col(Question.meeting_type), " ", func.lpad(sql_cast(col(Question.position), String), 6, "0"), type_=String
        )
    },
    {"level": _list_has(col(Question.levels)), "q": _matches},
)

_POINT = {"origin": _origin(ChecklistPoint)}
_NOTHING: dict[str, Computed] = {
    name: lambda _: literal_column("'[]'::json") for name in ("own_actions", "own_questions")
}
POINTS = Document(PointRead, ChecklistPoint, visible=in_view(ChecklistPoint), computed=_POINT)
_BLANK_POINTS = Document(
    BlankPointRead, ChecklistPoint, visible=in_view(ChecklistPoint), computed={**_POINT, **_NOTHING}
)
POINT_LISTING = _library(POINTS, {"position": col(ChecklistPoint.position)})


def _with_points(points: Document) -> dict[str, Computed]:
    """The points of a checklist in the order of doing."""
    of_checklist = col(ChecklistPoint.checklist_id) == col(Checklist.id)
    phase = case(*((col(ChecklistPoint.phase) == phase, place) for place, phase in enumerate(Phase)))
    order = (phase, col(ChecklistPoint.position), col(ChecklistPoint.id))
    return {"points": lambda reading: points.nested(reading, of_checklist, *order)}


def _checklists(read: type[SQLModel], points: Document) -> Listing:
    return _library(Document(read, Checklist, computed=_with_points(points)), {"key": col(Checklist.key)})


CHECKLISTS: dict[Variant, Listing] = {
    "with-examples": _checklists(ChecklistRead, POINTS),
    "blank": _checklists(BlankChecklistRead, _BLANK_POINTS),
}
