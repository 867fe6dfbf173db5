"""What can be printed: a checklist, the guide to a conversation, and the cards of the talking tree."""

import json
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response

from api.catalogue.callers import CatalogueReader
from api.printing.cards import cards_page
from api.printing.checklists import checklist_page
from api.printing.guides import guide_page
from api.printing.paper import AS_PDF, PageLanguage, Size, paper
from api.session import Reader, reads
from domain.catalogue.queries import CHECKLISTS, DEVELOPMENT_DOMAINS, WITH_EXAMPLES, Variant
from domain.conversations.queries.guide import GUIDE
from domain.kernel.page import PageQuery
from domain.kernel.permissions import Permission
from domain.kernel.read import Document
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1")


@router.get(
    "/checklists/{row_id}/print.pdf",
    operation_id="print_checklist",
    summary="Print a checklist",
    tags=["catalogue"],
    **AS_PDF,
)
async def print_checklist(
    reader: CatalogueReader,
    row_id: UUID,
    variant: Variant = WITH_EXAMPLES,
    lang: PageLanguage = None,
    size: Size = "normal",
) -> Response:
    """To tick on paper, as your school has it; `blank` leaves lines for your own actions and questions."""
    sheet = paper(reader.request, lang, size, among=OWN_LANGUAGES)
    read = await _read(reader, CHECKLISTS[variant].document, row_id)
    return await sheet.answer("checklist", f"checklist-{read['key']}", checklist_page(sheet.words, read, variant))


@router.get(
    "/conversations/{row_id}/guide.pdf",
    operation_id="print_conversation_guide",
    summary="Print the guide to a conversation",
    tags=["conversations"],
    **AS_PDF,
)
async def print_guide(
    reader: Annotated[Reader, reads(Permission.CONVERSATIONS_READ)],
    row_id: UUID,
    lang: PageLanguage = None,
    size: Size = "normal",
) -> Response:
    """The team gets its course with questions and room for notes; who is invited gets what it is about, in plain words.

    With the questions that the team took into this conversation (of which the family gets those that it shares); when
    it took none, those of the catalogue. No notes of the team are in it, nor what others answered to the invitation.
    """
    sheet = paper(reader.request, lang, size)
    read = await _read(reader, GUIDE, row_id)
    return await sheet.answer("guide", f"guide-{read['meeting_type']}", guide_page(sheet.words, read))


@router.get(
    "/development-domains/cards.pdf",
    operation_id="print_development_domain_cards",
    summary="Print the cards of the talking tree",
    tags=["catalogue"],
    **AS_PDF,
)
async def print_cards(reader: CatalogueReader, lang: PageLanguage = None) -> Response:
    """To cut out: a pictogram and a name for each development domain, so that parents can choose without reading."""
    sheet = paper(reader.request, lang)
    domains = [json.loads(body) for body in await reader.bodies(DEVELOPMENT_DOMAINS, PageQuery(limit=200, lang="all"))]
    return await sheet.answer("cards", "talking-tree-cards", cards_page(sheet.words, domains))


async def _read(reader: Reader, document: Document, row_id: UUID) -> dict[str, Any]:
    """The document with all its languages: a page must know which of its texts are in another one."""
    read: dict[str, Any] = json.loads(await reader.body(document, row_id, everything=True))
    return read
