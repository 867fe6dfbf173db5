"""A problem as the body of a request: taken in before a database connection is, and read beside the event loop."""

import asyncio
from typing import Any

from fastapi import Depends, Request
from pydantic import BaseModel
from pydantic_core import from_json

from api.caller import credential_of
from api.problem_texts import BAD_BODY
from domain.conferences.planner.document import ProblemDocument
from domain.conferences.planner.flaws import Flaw, InvalidProblem
from domain.conferences.planner.reading import read_problem
from domain.kernel.errors import Detail, Invalid, Malformed, Message

PROBLEM_SCHEMA: dict[str, type[BaseModel]] = {"ConferenceProblem": ProblemDocument}
PROBLEM_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ConferenceProblem"}}},
    }
}
"""What the document says of such a request (`openapi_extra`); the framework would read it twice, and on the loop."""

FLAWED = Message(
    "problem_flawed",
    "Dit kan zo niet gepland worden. Kijk bij `errors` wat er te herstellen is.",
    "Ceci ne peut pas être planifié tel quel. Voyez sous `errors` ce qu'il faut corriger.",
    "This cannot be planned as it is. See `errors` for what to mend.",
)


async def _sent(request: Request) -> bytes:
    await credential_of(request)
    return await request.body()


problem_sent = Depends(_sent)
"""`sent: Annotated[bytes, problem_sent]`, before the writer."""


async def read_sent(sent: bytes) -> dict[str, Any]:
    """The problem, once it is known that it can be planned.

    Raises:
        Malformed: when it is no JSON. Invalid: with a pointer to each flaw.
    """
    return await asyncio.to_thread(_read, sent)


def _read(sent: bytes) -> dict[str, Any]:
    try:
        document: dict[str, Any] = from_json(sent, allow_inf_nan=False)
    except ValueError:
        raise Malformed(BAD_BODY) from None
    try:
        read_problem(document)
    except InvalidProblem as invalid:
        raise Invalid(FLAWED, *(Detail(flaw.pointer, _said(flaw)) for flaw in invalid.flaws)) from None
    return document


def _said(flaw: Flaw) -> Message:
    """The planner has words of its own, since it stands outside of the house."""
    return Message(flaw.code, flaw.words.nl, flaw.words.fr, flaw.words.en)
