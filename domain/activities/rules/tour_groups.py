"""Groups of visitors: what their guides make of them."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

from domain.activities.models.tour_guides import TourGuide, TourGuideRead
from domain.activities.models.tours import TourGroup
from domain.kernel.errors import Conflict, Message

GROUP_FULL = Message(
    "tour_full",
    "Op dit moment zijn er geen plaatsen genoeg meer. Bied een ander moment aan, of zoek nog een gids.",
    "Il ne reste pas assez de places à ce moment. Proposez un autre moment ou cherchez encore un guide.",
    "There are not enough places left at this moment. Offer another moment, or find one more guide.",
)


def groups_of(guides: Iterable[TourGuideRead | TourGuide], moment_id: UUID) -> list[TourGroup]:
    """The groups of a moment. With several guides, the one who takes the fewest people decides."""
    there = sorted((one for one in guides if one.moment_id == moment_id), key=lambda one: (one.group_number, one.id))
    return [
        TourGroup(
            moment_id=moment_id,
            group_number=number,
            takes=min(one.takes for one in together),
            guide_ids=[one.id for one in together],
        )
        for number, together in ((number, list(some)) for number, some in groupby(there, lambda one: one.group_number))
    ]


def room_for(groups: Sequence[TourGroup]) -> int:
    """People whom these groups take together."""
    return sum(group.takes for group in groups)


def ensure_room(groups: Sequence[TourGroup], capacity: int | None, coming: int) -> None:
    """Refuse more people than the groups of a moment take, or than the moment itself does.

    Raises:
        Conflict: `tour_full`.
    """
    room = room_for(groups)
    if coming > (room if capacity is None else min(room, capacity)):
        raise Conflict(GROUP_FULL)
