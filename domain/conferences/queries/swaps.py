"""Proposals to change times, as each side sees them: nothing tells who the other is."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, case, or_, text
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.swaps import Swap, SwapRead, SwapStatus
from domain.conversations.models.participants import Participant
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Listing, another, once, there_is


def is_own_talk(viewer: Viewer, booking_id: Any) -> ColumnElement[bool]:
    """The viewer takes part in this talk as a guardian."""
    talk, one = another(Booking), another(Participant)
    attends = there_is(
        one,
        one.c.school_id == viewer.school_id,
        one.c.conversation_id == talk.c.conversation_id,
        one.c.guardian_id == viewer.guardian_id,
    )
    return there_is(talk, talk.c.school_id == viewer.school_id, talk.c.id == booking_id, attends)


def _own(mine: Any, others: Any) -> Computed:
    return lambda _: case((once("is_own", Boolean), mine), else_=others)


SWAP = Document(
    SwapRead,
    Swap,
    visible=lambda viewer: or_(
        is_own_talk(viewer, col(Swap.booking_id)), is_own_talk(viewer, col(Swap.other_booking_id))
    ),
    once={"is_own": lambda reading: is_own_talk(reading.viewer, col(Swap.booking_id))},
    computed={
        "is_own_proposal": lambda _: once("is_own", Boolean),
        "own_booking_id": _own(col(Swap.booking_id), col(Swap.other_booking_id)),
        "own_starts_at": _own(col(Swap.starts_at), col(Swap.other_starts_at)),
        "other_starts_at": _own(col(Swap.other_starts_at), col(Swap.starts_at)),
    },
)


class SwapQuery(PageQuery):
    """Which proposals."""

    round_id: UUID | None = None
    status: SwapStatus | None = None


SWAPS = Listing(SWAP, sorts={"created_at": col(Swap.created_at)})

SWAPPABLE = text("""
    SELECT b.id, b.conversation_id, c.starts_at
    FROM conference_bookings b
    JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
    WHERE b.school_id = :school_id AND b.round_id = :round_id AND b.id <> :booking_id
      AND c.status = 'planned' AND c.starts_at > :now AND NOT b.is_frozen AND b.checked_in_at IS NULL
      AND (cardinality(CAST(:times AS timestamptz[])) = 0 OR c.starts_at = ANY (CAST(:times AS timestamptz[])))
      AND (SELECT array_agg(p.staff_id ORDER BY p.staff_id) FROM conference_request_parties p
           WHERE p.school_id = b.school_id AND p.request_id = b.request_id AND p.staff_id IS NOT NULL)
          = (SELECT array_agg(staff ORDER BY staff) FROM unnest(CAST(:staff AS uuid[])) staff)
      AND (SELECT array_agg(p.family_id) FROM conference_request_parties p
           WHERE p.school_id = b.school_id AND p.request_id = b.request_id AND p.family_id IS NOT NULL
             AND NOT p.awaits_yes)
          <> CAST(:families AS uuid[])
      AND 1 = (SELECT count(*) FROM conference_request_parties p
               WHERE p.school_id = b.school_id AND p.request_id = b.request_id AND p.family_id IS NOT NULL
                 AND NOT p.awaits_yes)
      AND NOT EXISTS (SELECT FROM conference_swaps s
                      WHERE s.school_id = b.school_id AND s.status = 'asked'
                        AND s.booking_id = :booking_id AND s.other_booking_id = b.id)
    ORDER BY c.starts_at LIMIT 20
""")
"""Talks of other families, each of one family only, with just the same people, that have not been asked yet."""
