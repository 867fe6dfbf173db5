"""What the parts of a tour ask of it."""

from collections.abc import Sequence
from uuid import UUID

from domain.activities.models.words import ActivityKind
from domain.kernel.errors import Conflict, Detail, Invalid, Message

NOT_A_TOUR = Message(
    "not_a_tour",
    "Dit is geen rondleiding: alleen een rondleiding heeft haltes en gidsen.",
    "Ce n'est pas une visite guidée : seule une visite guidée a des étapes et des guides.",
    "This is no tour: only a tour has stops and guides.",
)
TOO_MANY_STOPS = Message(
    "too_many_stops",
    "Een rondleiding heeft hoogstens {most} haltes.",
    "Une visite guidée a au plus {most} étapes.",
    "A tour has {most} stops at most.",
)
NOT_ALL_STOPS = Message(
    "not_all_stops",
    "Noem elke halte van deze rondleiding precies één keer.",
    "Indiquez chaque étape de cette visite guidée une seule fois.",
    "Name every stop of this tour exactly once.",
)


def ensure_a_tour(kind: ActivityKind) -> None:
    """Refuse other activities.

    Raises:
        Invalid: `not_a_tour`.
    """
    if kind is not ActivityKind.TOUR:
        raise Invalid(NOT_A_TOUR)


def ensure_room_for_a_stop(stops: int, most: int) -> None:
    """Refuse an endless walk.

    Raises:
        Conflict: `too_many_stops`.
    """
    if stops >= most:
        raise Conflict(TOO_MANY_STOPS, most=most)


def check_order(stops: Sequence[UUID], wished: Sequence[UUID]) -> None:
    """Refuse an order that is not of these stops.

    Raises:
        Invalid: `not_all_stops`.
    """
    if sorted(stops) != sorted(wished):
        raise Invalid(NOT_ALL_STOPS, Detail("/stop_ids", NOT_ALL_STOPS))
