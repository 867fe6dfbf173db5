"""The conversation that a talk of a round becomes, and what it takes of everybody's time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.actions.placing import Placed
from domain.conversations.actions.claimed import claimed_by
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Answer, Participant
from domain.kernel import clock
from domain.kernel.claims import Claimed
from domain.kernel.principal import Principal


def drafted(placed: Placed, who: Principal) -> tuple[Conversation, list[Participant]]:
    """Planned at once: the family chose it, or the staff with the family. Who books has said yes by that (R17)."""
    wish, it = placed.wish, placed.wish.facts.round
    conversation = Conversation(
        school_id=who.school_id,
        id=placed.id,
        meeting_type=it.meeting_type,
        student_id=wish.student_ids[0],
        academic_session_id=placed.session.academic_session_id,
        status=Status.PLANNED,
        channel=Channel(wish.family.channel),
        room_id=wish.room_in(placed.session.id),
        starts_at=placed.time.starts_at,
        ends_at=placed.time.starts_at + timedelta(minutes=wish.minutes),
        interpreter_buffer_minutes=wish.buffer_minutes,
        is_time_chosen=True,
        briefing=it.student_briefing if wish.with_student else None,
        created_by_id=who.staff_id,
    )
    return conversation, [_participant(placed, one, who) for one in _people(placed)]


def claims_of(placed: Placed, who: Principal) -> list[Claimed]:
    """All that it takes; a room where several talk at once is not taken by one of them."""
    homes = {one.guardian_id: one.homes or [one.guardian_id] for one in placed.wish.family.guardians}
    claimed = claimed_by(*drafted(placed, who), homes)
    return [one for one in claimed if one.resource_id not in placed.wish.shared_rooms]


def _people(placed: Placed) -> Sequence[dict[str, Any]]:
    wish, role = placed.wish, ParticipantRole
    about = wish.student_ids[0]
    guardians = dict.fromkeys(one.guardian_id for one in wish.family.guardians if one.student_id == about)
    students = wish.student_ids if wish.with_student else ()
    interpreters = [placed.interpreter.interpreter_id] if placed.interpreter else []
    return [
        *({"role": role.TEACHER, "staff_id": one.staff_id} for one in wish.staff),
        *(
            {"role": role.OTHER_GUARDIAN if number else role.GUARDIAN, "guardian_id": one}
            for number, one in enumerate(guardians)
        ),
        *({"role": role.STUDENT, "student_id": one} for one in students),
        *({"role": role.INTERPRETER, "interpreter_id": one} for one in interpreters),
    ]


def _participant(placed: Placed, person: dict[str, Any], who: Principal) -> Participant:
    one = Participant(school_id=who.school_id, conversation_id=placed.id, **person)
    if one.guardian_id:
        own = one.guardian_id == who.guardian_id
        one.answer, one.answered_at = (Answer.ACCEPTED, clock.now()) if own else (Answer.INVITED, None)
    return one
