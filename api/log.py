"""Structured logs, one line of JSON each, with nothing personal: routes, ids of requests, kinds of errors."""

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

from domain.kernel.breakdown import Breakdown

logger: Any = structlog.get_logger("samenspraak")

_PERSONAL = {"email", "phone", "given_name", "family_name", "name", "token", "authorization", "body", "query", "url"}


def redacted(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """A last net: keys that would hold personal data leave without their value."""
    return {key: "[redacted]" if key in _PERSONAL else value for key, value in event.items()}


def set_up(level: str) -> None:
    """Send our lines, and those of libraries from warning up, to standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            redacted,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def failure(exc: BaseException) -> None:
    """An error that nobody foresaw: its kind and where it arose. Its message may hold values, so it stays out."""
    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(exc.__traceback__)[-6:]]
    said = {"said": str(exc)} if isinstance(exc, Breakdown) else {}
    logger.error("unexpected", error=type(exc).__name__, places=places, **said)
