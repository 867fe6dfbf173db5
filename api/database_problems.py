"""What goes wrong in the database: a refused constraint, a server that is away, and what nobody foresaw."""

import asyncpg
from fastapi import Request
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.responses import Response

from api.constraints import by_constraint
from api.log import failure
from api.problem_document import problem_response
from api.problem_texts import BUSY, INVALID, SEVERAL_SCHOOLS, UNEXPECTED

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


async def on_database(request: Request, exc: Exception) -> Response:
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
