"""A page as HTTP: items, next_cursor, Link, and an ETag over the whole."""

import json
from typing import NamedTuple

from fastapi import Request, Response

from api.conditional import etag, kept, not_modified
from api.language import content_language
from domain.kernel.read import Slice


class FinishedPage(NamedTuple):
    """The bytes of a page, ready to go out."""

    content: bytes
    tag: str
    next_cursor: str | None


def finished(part: Slice) -> FinishedPage:
    """`{"items": [...], "next_cursor": …}`"""
    total = "" if part.total is None else f',"total":{part.total}'
    body = f'{{"items":[{",".join(part.bodies)}],"next_cursor":{json.dumps(part.next_cursor)}{total}}}'.encode()
    return FinishedPage(body, etag(body), part.next_cursor)


def page_response(request: Request, page: FinishedPage, language: str) -> Response:
    """The page, with the address of the next one in `Link`; 304 when the caller has it."""
    headers = kept(page.tag, Content_Language=content_language(language))
    if known := not_modified(request, headers):
        return known
    if page.next_cursor:
        headers["Link"] = f'<{request.url.include_query_params(cursor=page.next_cursor)}>; rel="next"'
    return Response(page.content, media_type="application/json", headers=headers)
