"""One who is asked no longer comes."""

from typing import Any

from domain.conversations.actions.hold import let_go, let_leave
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.participants import Answer, Participant
from domain.conversations.queries.life import Life
from domain.kernel import clock
from domain.kernel.session import SchoolSession


async def step_back(session: SchoolSession, life: Life, one: Participant, reason: str | None) -> None:
    """One who is asked no longer comes: their time is free, their consent to a home visit is gone (R29)."""
    it = life.conversation
    write_answer(session, one, Answer.DECLINED)
    one.answer_reason = reason
    consent: Any = it.home_visit_consent  # a row keeps it as a document
    if consent and consent["given_by_id"] == str(one.guardian_id):
        it.home_visit_consent = None
    if not any(other.is_open for other in life.participants):
        it.status, it.is_time_chosen = Status.PROPOSED, False
        await let_go(session, it)
    elif it.is_time_chosen:
        await let_leave(session, life)
        settle_status(life)
    it.touch()
    tell(session, "declined", it, participant_id=one.id)


def write_answer(session: SchoolSession, one: Participant, answer: Answer) -> None:
    own = one.person_id in (session.principal.guardian_id, session.principal.student_id)
    one.answer, one.answered_at, one.answer_reason = answer, clock.now(), None
    one.entered_by_id = None if own else session.principal.staff_id


def settle_status(life: Life) -> None:
    if all(one.answer == Answer.ACCEPTED for one in life.participants if one.is_open):
        life.conversation.status = Status.PLANNED
    life.conversation.touch()
