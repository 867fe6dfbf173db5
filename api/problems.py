"""Everything that goes wrong, as application/problem+json (RFC 9457) in the reader's language; no input is echoed.

With `problem_document` and `database_problems`, the only place that knows HTTP statuses of problems.
"""

from collections.abc import Sequence
from typing import Any

import asyncpg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.database_problems import UNAVAILABLE, on_database
from api.problem_document import problem_response
from api.problem_texts import BAD_BODY, INVALID, METHOD, NOWHERE, OTHER
from api.session import Replayed
from api.validation_texts import of_pydantic
from domain.kernel.errors import Problem

STATUS = {
    "malformed": 400,
    "unauthenticated": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "gone": 410,
    "stale": 412,
    "too_large": 413,
    "unsupported": 415,
    "invalid": 422,
    "version_needed": 428,
    "too_many": 429,
    "unavailable": 503,
}
"""The HTTP status of each kind of problem."""

MOST_DETAILS = 50
"""Each may name all that could be chosen: so that no answer grows beyond what a phone reads."""


async def _on_problem(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, Problem)
    return problem_response(request, STATUS[exc.kind], exc.message, exc.details, data=exc.data)


async def _on_invalid_request(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, RequestValidationError)
    errors = list(exc.errors())
    if any(error["type"] == "json_invalid" for error in errors):
        return problem_response(request, 400, BAD_BODY)
    return _invalid(request, errors)


async def _on_invalid_fields(request: Request, exc: Exception) -> Response:
    """Fields that the domain puts together and checks (a merge patch) do not know that they came in a body."""
    assert isinstance(exc, ValidationError)
    return _invalid(request, [{**error, "loc": ("body", *error["loc"])} for error in exc.errors()])


def _invalid(request: Request, errors: Sequence[Any]) -> Response:
    return problem_response(request, 422, INVALID, [of_pydantic(error) for error in errors[:MOST_DETAILS]])


async def _on_http(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    if isinstance(exc.__cause__, Problem):  # the framework wraps what goes wrong while it reads a body
        return await _on_problem(request, exc.__cause__)
    message = {400: BAD_BODY, 404: NOWHERE, 405: METHOD}.get(exc.status_code, OTHER)
    response = problem_response(request, exc.status_code, message)
    response.headers.update(exc.headers or {})
    return response


async def _on_replay(_: Request, exc: Exception) -> Response:
    assert isinstance(exc, Replayed)
    return exc.response


def add_problems(app: FastAPI) -> None:
    """Every error of the domain, the framework and the database leaves through here; what is left, through the edge."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(ValidationError, _on_invalid_fields)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(DBAPIError, on_database)
    app.add_exception_handler(asyncpg.PostgresError, on_database)
    for away in UNAVAILABLE:
        app.add_exception_handler(away, on_database)
    app.add_exception_handler(Replayed, _on_replay)
