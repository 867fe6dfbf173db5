"""Who moves up when there are places.

The first that fits, in the order in which they came: nobody passes one who would fit. A big family at the head that
does not fit yet blocks nobody behind it, since an empty chair helps no family; it keeps its place, and the team sees
that it waits.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Waiting(Protocol):
    """A sign-up in the queue."""

    @property
    def people(self) -> int:
        """How many places it takes."""


W = TypeVar("W", bound=Waiting)


def moving_up(places: int | None, queue: Iterable[W]) -> Iterator[W]:
    """Those of the queue for whom there is room now. `places` are those left; null is room for everybody."""
    left = places
    for one in queue:
        if left is None:
            yield one
        elif one.people <= left:
            left -= one.people
            yield one
