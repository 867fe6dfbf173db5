"""How often one caller may ask, counted in each process; a caller who asks too much waits, others do not."""

import time
from collections import OrderedDict

from fastapi import Request

from domain.kernel.errors import Message, Problem

Caller = tuple[str, str]
"""Issuer and subject of a token; of who has none, the address."""

WINDOW_SECONDS = 60
REMEMBERED_CALLERS = 10_000

TOO_MANY = Message(
    "too_many_requests",
    "Je vraagt te veel in korte tijd. Wacht even.",
    "Vous faites trop de demandes en peu de temps. Patientez un instant.",
    "You ask too much in a short time. Please wait a moment.",
)


WITHOUT_TOKEN = 40
"""Who has no token may ask this many times less."""


class TooMany(Problem):
    """More requests than this caller may make in a minute."""

    kind = "too_many"


class Limits:
    """A fixed window for each caller; the rest of it goes out as `RateLimit`."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._policy = f'"default";q={per_minute};w={WINDOW_SECONDS}'
        self._spent: OrderedDict[Caller, tuple[int, int]] = OrderedDict()

    def spend(self, request: Request, caller: Caller) -> None:
        """Count this request of the caller.

        Raises:
            TooMany: when the window is used up.
        """
        now = int(time.time())
        window = now // WINDOW_SECONDS
        known, spent = self._spent.get(caller, (window, 0))
        spent = spent + 1 if known == window else 1
        self._spent[caller] = (window, spent)
        if len(self._spent) > REMEMBERED_CALLERS:
            self._spent.popitem(last=False)
        left, ends_in = max(0, self.per_minute - spent), WINDOW_SECONDS - now % WINDOW_SECONDS
        request.state.rate_limit = self._policy, f'"default";r={left};t={ends_in}'
        if spent > self.per_minute:
            raise TooMany(TOO_MANY, retry_after=ends_in)


def address_of(request: Request) -> Caller:
    """Who asks without a token, as the server sees them; of an IPv6 address the network, which is one household's."""
    host = request.client.host if request.client else ""
    return "address", ":".join(host.split(":")[:4]) if ":" in host else host
