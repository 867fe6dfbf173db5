"""Pictures of the catalogue: pictograms, and the mind map of a parent activity."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import SVG, Svg
from api.catalogue import CatalogueReader
from domain.catalogue.drawing.mind_map import Layout, mind_map_picture
from domain.catalogue.pictograms import PictogramRead, listed, pictograms
from domain.catalogue.queries import ACTIVITY_MIND_MAPS, DEVELOPMENT_DOMAINS, STAMP
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.page import Page, PageQuery

router = APIRouter(prefix="/v1", tags=["catalogue"])


class PictogramQuery(BaseModel):
    """How the list is said; it is one page."""

    model_config = ConfigDict(extra="forbid")

    lang: Literal["all"] | None = Field(None, description="`all` says what each shows in every language.")


class MindMapQuery(BaseModel):
    """For which paper or screen."""

    model_config = ConfigDict(extra="forbid")

    layout: Layout = Field("wide", description="`wide` for an A4 page, `tall` for a phone (360 pixels).")


@router.get(
    "/pictograms", operation_id="list_pictograms", summary="List pictograms", response_model=Page[PictogramRead]
)
async def list_pictograms(reader: CatalogueReader, query: Annotated[PictogramQuery, Query()]) -> Response:
    """Simple pictures of our own, in one colour, for who reads with difficulty; with what each shows in words."""
    domains = await reader.bodies(DEVELOPMENT_DOMAINS, PageQuery(limit=200))
    return reader.answer(listed(domains, None if query.lang else reader.language))


@router.get(
    "/pictograms/{name}.svg",
    operation_id="get_pictogram",
    summary="Get: pictogram",
    response_class=Svg,
)
async def get_pictogram(reader: CatalogueReader, name: str) -> Response:
    """The drawing, in the colour of the text around it, titled in your language."""
    await reader.admitted(STAMP)
    if name not in pictograms():
        raise NotFound(NOT_FOUND)
    return reader.answer(pictograms()[name].picture(reader.language), SVG)


@router.get(
    "/activity-mind-map.svg",
    operation_id="get_activity_mind_map_picture",
    summary="Get: the mind map of a parent activity as a picture",
    response_class=Svg,
)
async def get_activity_mind_map_picture(reader: CatalogueReader, query: Annotated[MindMapQuery, Query()]) -> Response:
    """The steps as a tree, to print or to hold on to: what leads to what, and what comes back the next time."""
    body = await reader.body(ACTIVITY_MIND_MAPS, "parent-activity")
    return reader.answer(mind_map_picture(body, query.layout, reader.language), SVG)
