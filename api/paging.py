"""A page as HTTP: items, next_cursor, Link, and an ETag over the whole."""

import json
from collections import OrderedDict
from typing import NamedTuple

from fastapi import Request, Response

from api.conditional import etag, is_known
from domain.kernel.read import Slice
from domain.kernel.stamps import State


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
    headers = {"ETag": page.tag, "Content-Language": language, "Vary": "Accept-Language, Authorization"}
    if is_known(request, page.tag):
        return Response(status_code=304, headers=headers)
    if page.next_cursor:
        headers["Link"] = f'<{request.url.include_query_params(cursor=page.next_cursor)}>; rel="next"'
    headers["Cache-Control"] = "private, no-cache"
    return Response(page.content, media_type="application/json", headers=headers)


class RecentPages:
    """Finished pages of stamped lists; the least recent goes first. A page serves while its stamps hold."""

    def __init__(self, room: int = 64) -> None:
        self._room = room
        self._pages: OrderedDict[tuple[str, ...], tuple[State, FinishedPage]] = OrderedDict()

    def find(self, request: Request, language: str, state: State) -> FinishedPage | None:
        """The page of this address in this language, if nothing changed since."""
        key = _address(request, language, state)
        kept = self._pages.get(key)
        if kept is None or kept[0] != state:
            return None
        self._pages.move_to_end(key)
        return kept[1]

    def keep(self, request: Request, language: str, state: State, page: FinishedPage) -> FinishedPage:
        """`state` must be read before the page: one that is newer than its stamps is made again, an older one lies."""
        key = _address(request, language, state)
        self._pages[key] = (state, page)
        self._pages.move_to_end(key)
        if len(self._pages) > self._room:
            self._pages.popitem(last=False)
        return page


def _address(request: Request, language: str, state: State) -> tuple[str, ...]:
    """Path and query say which list, filters, order and page."""
    return str(state.school_id), language, request.url.path, request.url.query
