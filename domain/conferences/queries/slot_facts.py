"""Gathering what open times hang on."""

from collections.abc import Collection
from uuid import UUID

from domain.conferences.models.slot_facts import SlotFacts
from domain.conferences.queries.slot_statement import SLOT_FACTS
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession


async def slot_facts(
    session: SchoolSession,
    round_id: UUID,
    staff_ids: Collection[UUID],
    family_ids: Collection[UUID],
    except_holders: Collection[UUID] = (),
) -> SlotFacts:
    """What stands now, as if `except_holders` (holds and conversations that are about to give way) held nothing.

    Raises:
        NotFound: when the school has no such round.
    """
    parameters = {
        "school_id": session.principal.school_id,
        "round_id": round_id,
        "staff": list(staff_ids),
        "families": list(family_ids),
        "except_holders": list(except_holders),
        "now": clock.now(),
        "today": clock.now().date(),
    }
    body = await session.scalar(SLOT_FACTS, parameters)
    if body is None:
        raise NotFound(NOT_FOUND)
    return SlotFacts.model_validate_json(body)
