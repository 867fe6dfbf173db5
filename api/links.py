"""Who comes with a one-time link instead of a token: the secret in the body says which school, and which family."""

from collections.abc import AsyncIterator
from typing import Annotated, NamedTuple

from fastapi import Depends, Request, Response

from api.answers import changed_response
from api.attempts import attempt_of
from api.language import preferred
from api.limits import address_of
from api.session import Replayed
from domain.kernel.database import Database
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.principal import Principal
from domain.kernel.replay import Answer, Attempt
from domain.kernel.replaying import first_answer, remember
from domain.kernel.secret import Opened, opened
from domain.kernel.session import SchoolSession


class LinkWriter(NamedTuple):
    """Somebody with a link, inside the transaction of the request, which is bound to the school of the link."""

    session: SchoolSession
    link: Opened
    attempt: Attempt | None

    def show(self, body: str) -> Response:
        """A document. It is kept under no key: a link that is used up shows nothing."""
        return changed_response(Answer(200, None, body), self.session.language)

    def nothing(self) -> Response:
        """204, and again for the same request under its key: the link is used up by then."""
        answer = Answer(204, None, "")
        if self.attempt:
            remember(self.session, self.attempt, answer)
        return changed_response(answer, self.session.language)


async def link_writer(request: Request) -> AsyncIterator[LinkWriter]:
    """The dependency of a route for who has a link. It ends, and so commits, before the response starts.

    Raises:
        TooMany: counted by address. NotFound: for a secret that is none of ours, as for one that does not serve.
    """
    request.app.state.link_limits.spend(request, address_of(request))
    link, attempt = await _link_in(request), await attempt_of(request)
    database: Database = request.app.state.database
    async with database.writing() as session:
        session.language = preferred(request.headers.get("accept-language", ""))
        await session.bind_to(Principal(link.school_id, f"link {link.hash}", frozenset()))
        if attempt and (answer := await first_answer(session, attempt)):
            raise Replayed(answer, session.language)
        yield LinkWriter(session, link, attempt)


async def _link_in(request: Request) -> Opened:
    """The framework checks the body after us, and says what is wrong with it; then there is no link in it."""
    try:
        secret = (await request.json())["secret"]
    except (ValueError, TypeError, KeyError, RecursionError):
        secret = None
    link = opened(secret) if isinstance(secret, str) else None
    if link is None:
        raise NotFound(NOT_FOUND)
    return link


Linked = Annotated[LinkWriter, Depends(link_writer, scope="function")]
