"""Everything that goes wrong, as application/problem+json (RFC 9457) in the reader's language; no input is echoed.

The only place that knows HTTP statuses of problems.
"""

import json
from collections.abc import Sequence
from typing import Any

import asyncpg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.language import negotiated
from api.log import failure
from api.problem_texts import (
    BAD_BODY,
    BUSY,
    INVALID,
    METHOD,
    NOWHERE,
    OTHER,
    SEVERAL_SCHOOLS,
    UNEXPECTED,
    by_constraint,
    of_pydantic,
)
from api.session import Replayed
from domain.kernel.errors import Detail, Message, Problem
from domain.kernel.text import OWN_LANGUAGES

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

TITLES = {
    400: ("Onleesbaar verzoek", "Requête illisible", "Unreadable request"),
    401: ("Niet aangemeld", "Non identifié", "Not signed in"),
    403: ("Niet toegelaten", "Non autorisé", "Not allowed"),
    404: ("Niet gevonden", "Introuvable", "Not found"),
    405: ("Dit kan hier niet", "Méthode non permise", "Method not allowed"),
    409: ("Botst met iets anders", "Conflit", "Conflict"),
    410: ("Niet meer bewaard", "N'est plus conservé", "No longer kept"),
    412: ("Intussen gewijzigd", "Modifié entre-temps", "Changed meanwhile"),
    413: ("Te groot", "Trop volumineux", "Too large"),
    415: ("Onbekend soort inhoud", "Type de contenu inconnu", "Unknown kind of content"),
    422: ("Niet in orde", "Pas en ordre", "Not in order"),
    428: ("Welke versie?", "Quelle version ?", "Which version?"),
    429: ("Te veel verzoeken", "Trop de requêtes", "Too many requests"),
    500: ("Er ging iets mis bij ons", "Un problème est survenu chez nous", "Something went wrong on our side"),
    503: ("Even niet bereikbaar", "Momentanément indisponible", "Not available for a moment"),
}

MOST_DETAILS = 100
UNAVAILABLE = (
    OSError,
    PoolTimeout,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that the server just closed, before we noticed
    asyncpg.PostgresConnectionError,
)
RETRY = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.QueryCanceledError,
    asyncpg.LockNotAvailableError,
    asyncpg.TooManyConnectionsError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
)


def problem_response(
    request: Request,
    status: int,
    message: Message,
    details: Sequence[Detail] = (),
    *,
    data: dict[str, Any] | None = None,
) -> Response:
    """The document of one problem."""
    language = negotiated(request.headers.get("accept-language", ""), OWN_LANGUAGES)
    title = dict(zip(OWN_LANGUAGES, TITLES.get(status, TITLES[400]), strict=True))[language]
    known = data or {}
    document = {
        "type": f"urn:samenspraak:problem:{message.code}",
        "title": title,
        "status": status,
        "detail": message.words(language, known),
        "code": message.code,
        "request_id": getattr(request.state, "request_id", None),
        "errors": [
            {"pointer": one.pointer, "code": one.message.code, "detail": one.message.words(language, one.data)}
            for one in details
        ],
    }
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="samenspraak"'
    if status in {429, 503}:
        headers["Retry-After"] = str(known.get("retry_after", 5))
    body = json.dumps(document, ensure_ascii=False).encode(errors="replace")
    return Response(body, status, headers, media_type="application/problem+json")


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


async def _on_database(request: Request, exc: Exception) -> Response:
    """A constraint that refuses is the caller's problem; a server that is away is nobody's."""
    cause = _cause(exc)
    if isinstance(cause, asyncpg.IntegrityConstraintViolationError):
        status, message, details = by_constraint(cause)
        return problem_response(request, status, message, details)
    if isinstance(cause, asyncpg.PostgresError) and cause.sqlstate == "SS001":
        return problem_response(request, 400, SEVERAL_SCHOOLS)
    if isinstance(cause, asyncpg.DataError):
        failure(cause)  # what no column can keep should not come this far
        return problem_response(request, 422, INVALID)
    if isinstance(cause, (*RETRY, *UNAVAILABLE)):
        failure(cause)
        return problem_response(request, 503, BUSY)
    return on_anything(request, exc)


def _cause(exc: BaseException) -> BaseException:
    """SQLAlchemy wraps the driver's error twice."""
    while isinstance(exc, DBAPIError) and exc.orig is not None:
        exc = exc.orig.__cause__ or exc.orig
    return exc


def on_anything(request: Request, exc: Exception) -> Response:
    """What nobody foresaw."""
    failure(exc)
    return problem_response(request, 500, UNEXPECTED)


async def _on_replay(_: Request, exc: Exception) -> Response:
    assert isinstance(exc, Replayed)
    return exc.response


def add_problems(app: FastAPI) -> None:
    """Every error of the domain, the framework and the database leaves through here; what is left, through the edge."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(ValidationError, _on_invalid_fields)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(DBAPIError, _on_database)
    app.add_exception_handler(asyncpg.PostgresError, _on_database)
    for away in UNAVAILABLE:
        app.add_exception_handler(away, _on_database)
    app.add_exception_handler(Replayed, _on_replay)
