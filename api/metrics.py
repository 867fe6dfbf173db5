"""What is counted of every request, and its line in the log."""

from prometheus_client import Counter, Histogram
from starlette.types import Scope

from api.log import logger

REQUESTS = Counter("samenspraak_requests", "Answers given.", ["method", "route", "status"])
DURATION = Histogram("samenspraak_request_seconds", "Time until the answer started.", ["method", "route"])


def account(scope: Scope, status: int, seconds: float, request_id: str) -> None:
    """The route's template stands for the path: a path holds ids, and a query can hold names."""
    route = getattr(scope.get("route"), "path", "unknown")
    REQUESTS.labels(scope["method"], route, status).inc()
    DURATION.labels(scope["method"], route).observe(seconds)
    milliseconds = round(seconds * 1000, 1)
    logger.info("request", method=scope["method"], route=route, status=status, ms=milliseconds, request_id=request_id)
