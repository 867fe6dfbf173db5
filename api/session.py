"""One request, one transaction: a reader for one compiled read, a writer whose change commits before the answer."""

from collections.abc import AsyncIterator, Iterable
from typing import Any, TypeVar
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import BaseModel

from api.answers import JSON, answered, changed_response
from api.attempts import attempt_of
from api.caller import credential_of
from api.conditional import expected_version
from api.finished_page import FinishedPage, finished, page_response
from api.language import preferred
from api.paging import RecentPages
from domain.kernel.database import Database
from domain.kernel.page import PageQuery
from domain.kernel.permissions import Permission
from domain.kernel.read import Document, Listing, asking
from domain.kernel.replay import Answer, Attempt
from domain.kernel.replaying import first_answer, remember
from domain.kernel.session import SchoolSession
from domain.kernel.stamps import state_of

M = TypeVar("M", bound=BaseModel)


class Reader:
    """A caller who may read; takes a connection only for the moment of reading."""

    __slots__ = ("asking", "database", "request")

    def __init__(self, request: Request, permission: Permission) -> None:
        language = preferred(request.headers.get("accept-language", ""))
        self.request = request
        self.database: Database = request.app.state.database
        self.asking = asking(request.state.credential, permission, language)

    @property
    def language(self) -> str:
        return str(self.asking["language"])

    async def one(self, document: Document, key: Any) -> Response:
        """The document with this key, or 304 when the caller has it."""
        everything = self.request.query_params.get("lang") == "all"
        return self.answer(await self.body(document, key, everything=everything))

    async def body(self, document: Document, key: Any, *, everything: bool = False, **asked: Any) -> str:
        """The document with this key, as JSON, for what is made of it; `asked` are parameters that it names itself."""
        async with self.database.reading() as connection:
            return await document.one(connection, {**asked, **self.asking}, key, everything=everything)

    async def bodies(self, listing: Listing, query: PageQuery) -> list[str]:
        """The documents of a page, as JSON: for what is made of them."""
        async with self.database.reading() as connection:
            return (await listing.page(connection, self.asking, query)).bodies

    async def shown(self, document: Document, keys: Iterable[Any], model: type[M]) -> list[M]:
        """The documents with these keys, in one language, for who makes a picture of them."""
        return [model.model_validate_json(await self.body(document, key)) for key in keys]

    async def admitted(self, subject: str) -> None:
        """Refuse who may not read, where the answer itself needs nothing of the database."""
        async with self.database.reading() as connection:
            await state_of(connection, self.asking, subject)

    def answer(self, body: str, media_type: str = JSON) -> Response:
        """What was made for this caller, or 304 when the caller has it."""
        return answered(self.request, body, self.language, media_type)

    async def page(self, listing: Listing, query: PageQuery) -> Response:
        """A page of the list."""
        async with self.database.reading() as connection:
            page = await self._page(connection, listing, query)
        return page_response(self.request, page, self.language)

    async def _page(self, connection: Any, listing: Listing, query: PageQuery) -> FinishedPage:
        """Made anew, unless the list is stamped and its stamps are those of the page that went out before."""
        if listing.stamped is None:
            return finished(await listing.page(connection, self.asking, query))
        recent: RecentPages = self.request.app.state.recent_pages
        state = await state_of(connection, self.asking, listing.stamped)
        if known := recent.find(self.request, self.language, state):
            return known
        part = await listing.page(connection, self.asking, query)
        return recent.keep(self.request, self.language, state, finished(part))


class Writer:
    """A caller who may change things, inside the transaction of the request."""

    def __init__(
        self, request: Request, session: SchoolSession, permission: Permission, attempt: Attempt | None
    ) -> None:
        self.request, self.session, self.permission, self._attempt = request, session, permission, attempt

    def expected_version(self) -> int:
        """The version that If-Match names."""
        return expected_version(self.request)

    async def created(self, document: Document, row_id: UUID) -> Response:
        """201 with the new document and where it stands."""
        collection = self.request.url.path.rstrip("/")
        return await self.answer(document, row_id, status=201, location=f"{collection}/{row_id}")

    async def answer(self, document: Document, key: Any, *, status: int = 200, location: str | None = None) -> Response:
        """The document as this change leaves it."""
        return self.reply(Answer(status, location, await self.body(document, key)))

    async def answer_all(self, document: Document, keys: Iterable[Any], *, status: int = 200) -> Response:
        """Several documents, as `items`."""
        bodies = [await self.body(document, key) for key in keys]
        return self.reply(Answer(status, None, f'{{"items":[{",".join(bodies)}]}}'))

    async def body(self, document: Document, key: Any) -> str:
        """The document as this change leaves it, as JSON, for what is made of it."""
        return await document.of(self.session, key, self.request.state.credential, self.permission)

    def reply(self, answer: Answer) -> Response:
        """An answer, kept under the caller's Idempotency-Key when there is one."""
        if self._attempt:
            remember(self.session, self._attempt, answer)
        return changed_response(answer, self.session.language)

    def reply_with(self, document: BaseModel, status: int = 200) -> Response:
        """A small document of our own making (most answers come from the database as they are)."""
        return self.reply(Answer(status, None, document.model_dump_json()))

    def reply_once(self, document: BaseModel, status: int = 200) -> Response:
        """The same for what nobody may keep, such as a secret: it goes out this once, under whatever key."""
        return changed_response(Answer(status, None, document.model_dump_json()), self.session.language)

    def nothing(self) -> Response:
        """204."""
        return self.reply(Answer(204, None, ""))

    def nothing_kept(self) -> Response:
        """204 for what nobody may trace to its caller: no key keeps the answer, nor what was asked."""
        return changed_response(Answer(204, None, ""), self.session.language)


class Replayed(Exception):  # not an error: the first answer goes out again
    """This request was answered before."""

    def __init__(self, answer: Answer, language: str) -> None:
        super().__init__(answer.status)
        self.response = changed_response(answer, language)
        self.response.headers["Idempotency-Replayed"] = "true"


class Reads:
    """The dependency of a route that reads: names the permission it asks for."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, request: Request) -> Reader:
        await credential_of(request)
        return Reader(request, self.permission)


class Writes:
    """The dependency of a route that changes things. It ends, and so commits, before the response starts."""

    def __init__(self, permission: Permission, *, keyed: bool = False) -> None:
        self.permission, self.keyed = permission, keyed

    async def __call__(self, request: Request) -> AsyncIterator[Writer]:
        credential = await credential_of(request)
        attempt = await attempt_of(request, needed=self.keyed)
        database: Database = request.app.state.database
        async with database.writing() as session:
            session.language = preferred(request.headers.get("accept-language", ""))
            await session.enter(credential, self.permission)
            if attempt and (answer := await first_answer(session, attempt, waits=self.keyed)):
                raise Replayed(answer, session.language)
            yield Writer(request, session, self.permission, attempt)


def reads(permission: Permission) -> Any:
    """`reader: Annotated[Reader, reads(Permission.…)]`"""
    return Depends(Reads(permission))


def writes(permission: Permission, *, keyed: bool = False) -> Any:
    """`writer: Annotated[Writer, writes(Permission.…)]`; `keyed` where an Idempotency-Key is needed (bookings)."""
    return Depends(Writes(permission, keyed=keyed), scope="function")
