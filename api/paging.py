"""Finished pages of lists that look the same to everybody of a school, kept for who asks again."""

from collections import OrderedDict

from fastapi import Request

from api.finished_page import FinishedPage
from domain.kernel.stamps import State


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
