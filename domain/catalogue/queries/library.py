"""Reads of the library: what is the same for every school."""

from typing import Any

from pydantic import Field as Described
from sqlalchemy import String, func, select, type_coerce
from sqlmodel import col

from domain.catalogue.models import (
    Channel,
    DevelopmentDomain,
    DevelopmentDomainRead,
    Key,
    Material,
    MaterialKind,
    MaterialRead,
    MeetingType,
    MeetingTypeRead,
    Scale,
    ScaleRead,
    Source,
    SourceRead,
    Tip,
    TipKind,
    TipRead,
)
from domain.catalogue.queries.view import LevelQuery, documents, in_file_order, library, list_has
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.page import PageQuery
from domain.kernel.read import Document
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession


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


MEETING_TYPES = library(
    Document(
        MeetingTypeRead,
        MeetingType,
        computed=documents(MeetingType, "season", "channels", "participants", "agenda_note", "phases", "pitfalls"),
        key="key",
    ),
    {"key": col(MeetingType.key)},
    {
        "level": list_has(col(MeetingType.levels)),
        "channel": lambda given: col(MeetingType.channels).bool_op("@>")(
            func.jsonb_build_array(func.jsonb_build_object("channel", type_coerce(given, String)))
        ),
    },
)
TIPS = library(Document(TipRead, Tip, key="key"), {"key": col(Tip.key)}, {"level": list_has(col(Tip.levels))})
MATERIALS = library(
    Document(MaterialRead, Material, key="key"),
    in_file_order(Material),
    {"meeting_type": list_has(col(Material.meeting_types))},
)
DEVELOPMENT_DOMAINS = library(
    Document(DevelopmentDomainRead, DevelopmentDomain, key="key"), in_file_order(DevelopmentDomain)
)
SCALES = library(Document(ScaleRead, Scale, computed=documents(Scale, "levels"), key="key"), in_file_order(Scale))
SOURCES = library(Document(SourceRead, Source, key="tag"), in_file_order(Source))
