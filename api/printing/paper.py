"""A printed page as an answer: PDF, in one language, made only for who does not have it yet."""

import json
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import Query, Request, Response

from api.conditional import etag, kept, not_modified
from api.files.disposition import disposition
from api.language import negotiated
from api.printing.press import Press
from api.printing.words import Said, Words
from domain.kernel.text import FIRST, LANGUAGES, RIGHT_TO_LEFT, Language

Size = Annotated[
    Literal["normal", "large"], Query(description="`large` for who reads with difficulty, or across a table.")
]
PageLanguage = Annotated[Language | None, Query(description="Instead of `Accept-Language`; Dutch where it is absent.")]

PDF: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A PDF that assistive technology can read (PDF/UA-1), on A4.",
        "content": {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}},
    }
}

AS_PDF: dict[str, Any] = {"response_class": Response, "responses": PDF}


class Paper(NamedTuple):
    """Who asks for a page, in which of the languages that it is there in, and how large."""

    request: Request
    language: Language
    size: str

    @property
    def words(self) -> Words:
        return Words(self.language)

    async def answer(self, template: str, name: str, page: dict[str, Any]) -> Response:
        """200 or 304; the file is called `name` where it cannot have the page's title."""
        press: Press = self.request.app.state.press
        look = {"lang": self.language, "dir": "rtl" if self.language in RIGHT_TO_LEFT else "ltr", "size": self.size}
        data = page | look | {"page": self.words.label("page", page="{page}", pages="{pages}")}
        tag = etag(json.dumps([press.edition, template, data]).encode())
        headers = kept(tag, Content_Language=self.language)
        if known := not_modified(self.request, headers):
            return known
        made = await press.printed(template, data)
        headers["Content-Disposition"] = disposition(f"{name}.pdf", _said(page["title"]))
        return Response(made, headers=headers, media_type="application/pdf")


def paper(
    request: Request, lang: Language | None, size: str = "normal", among: tuple[Language, ...] = LANGUAGES
) -> Paper:
    """In the language that is named, else in that of the reader."""
    return Paper(request, page_language(request, lang, among), size)


def page_language(request: Request, lang: Language | None, among: tuple[Language, ...] = LANGUAGES) -> Language:
    """The one that is named, else the reader's; Dutch where it is not there in that one."""
    wanted = lang or negotiated(request.headers.get("accept-language", ""), among)
    return wanted if wanted in among else FIRST


def _said(title: Said) -> str:
    return title if isinstance(title, str) else title["said"]
