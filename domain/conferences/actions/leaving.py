"""Families that no longer come, all at once, when a new plan without them is published."""

from domain.conferences.actions.publication import leaving
from domain.conferences.models.rounds import ConferenceRound
from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def leave(session: SchoolSession, round_: ConferenceRound, family_ids: list[str]) -> None:
    """They ask for nothing any longer. What another household comes to as well stays, and is that household's alone:
    who leaves has declined, and their time is free."""
    given = {
        "school_id": round_.school_id,
        "round_id": round_.id,
        "now": clock.now(),
        "families": family_ids,
        "planner_id": session.principal.staff_id,
    }
    await session.execute(leaving.WITHDRAWN, given)
    talks = list(await session.scalars(leaving.LEFT, given))
    gone = list(await session.execute(leaving.STEPPED_BACK, given | {"talks": talks}))
    held = {"school_id": round_.school_id, "conversations": [one.conversation_id for one in gone]}
    for statement in (*leaving.SEEN_CHANGED, leaving.HOMES_FREE):
        await session.execute(statement, held)
    for one in gone:
        ids = {"student_id": one.student_id, "participant_id": one.participant_id}
        record(session, "conversation.declined", "conversations", one.conversation_id, **ids)
