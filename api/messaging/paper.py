"""Messages on paper: letters to print and give along."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.printing.letters import Letter, letter_pages
from api.printing.paper import AS_PDF, paper
from api.session import Writer, writes
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.permissions import Permission
from domain.messaging.actions.links import new_link
from domain.messaging.queries.print_tasks import messages_to_print
from domain.messaging.queries.put_in_words import put_in_words
from domain.messaging.rules.links import address_of, may_have_link

router = APIRouter(prefix="/v1", tags=["messages"])

Office = Annotated[Writer, writes(Permission.MESSAGES_WRITE)]


@router.get("/messages/paper", operation_id="print_letters", summary="Print letters to families", **AS_PDF)
async def get_paper(writer: Office, task_id: UUID | None = None) -> Response:
    """Of all open tasks to print, or of one: a page each, the reader's language first with Dutch beside it, and a strip
    to answer with. It changes nothing: say on the task that it is done."""
    return await _printed(writer, task_id, with_links=False)


@router.post("/messages/paper", operation_id="print_letters_with_links", summary="Print letters with links", **AS_PDF)
async def post_paper(writer: Office, task_id: UUID | None = None) -> Response:
    """The same, with a new link on each letter as a QR code; links of letters that were printed before serve on."""
    return await _printed(writer, task_id, with_links=True)


async def _printed(writer: Writer, task_id: UUID | None, *, with_links: bool) -> Response:
    session, public_url = writer.session, writer.request.app.state.settings.address
    messages = await messages_to_print(session, task_id)
    in_words = await put_in_words(session, messages)
    letters = []
    for one in (one for one in messages if one.id in in_words and in_words[one.id].said):
        linked = with_links and may_have_link(one.guardian_id, one.state)
        address = address_of(public_url, await new_link(session, one)) if linked else None
        letters.append(Letter(in_words[one.id], address))
    if not letters:
        raise NotFound(NOT_FOUND)
    sheet = paper(writer.request, None)
    return await sheet.answer("letter", "letters", letter_pages(sheet.words, letters))
