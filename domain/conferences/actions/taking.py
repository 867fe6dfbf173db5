"""Taking the time of talks that were found to fit; somebody else may be faster."""

from collections.abc import Sequence

from domain.conferences.actions.drafting import Draft, drafted
from domain.conferences.actions.placing import Placed, place
from domain.conferences.queries.desk import Desk, open_desk
from domain.kernel.claiming import claim_together
from domain.kernel.errors import Conflict
from domain.kernel.session import SchoolSession


async def take(session: SchoolSession, desk: Desk, placed: Sequence[Placed], where: str = "/talks") -> list[Draft]:
    """Claim the time of all, or none; what is to be written follows.

    Raises:
        Conflict: for what was taken meanwhile, with open times nearby, as a new look at the round says it.
    """
    drafts = [drafted(one, session.principal) for one in placed]
    try:
        await claim_together(session, {one.placed.id: one.claims() for one in drafts})
    except Conflict:
        staff_ids = {one.staff_id for one in desk.facts.staff}
        ours = [*(one.id for one in placed), *desk.gives_way]
        again = await open_desk(
            session, desk.facts.round.id, desk.family.id, staff_ids, except_holders=ours, locked=False
        )
        place(again, [one.choice for one in placed], where)
        raise
    return drafts
