"""The conversation that a talk of a round becomes, and what it takes of everybody's time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.actions.placing import Placed
from domain.conferences.models.words import TalkChannel
from domain.conversations.actions.claimed import claimed_by
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation, ConversationFields
from domain.conversations.models.participants import Answer, Participant, ParticipantFields
from domain.kernel import clock
from domain.kernel.claims import Claimed
from domain.kernel.principal import Principal

_MODES: dict[str, str] = {TalkChannel.IN_PERSON: "on_site", TalkChannel.VIDEO: "video", TalkChannel.PHONE: "phone"}


class Draft(NamedTuple):
    """A talk as it will be written."""

    placed: Placed
    conversation: Conversation
    participants: list[Participant]

    def claims(self) -> list[Claimed]:
        """All that it takes; a room where several talk at once is not taken by one of them."""
        wish = self.placed.wish
        homes = {one.guardian_id: one.homes or [one.guardian_id] for one in wish.family.guardians}
        claimed = claimed_by(self.conversation, self.participants, homes)
        return [one for one in claimed if one.resource_id not in wish.shared_rooms]


def drafted(placed: Placed, who: Principal) -> Draft:
    """Planned at once: the family chose it, or the staff with the family. Who books has said yes by that (R17)."""
    wish, it = placed.wish, placed.wish.facts.round
    fields = ConversationFields.model_validate(
        {
            "channel": wish.channel,
            "room_id": wish.room_in(placed.session.id),
            "interpreter_mode": _MODES[wish.channel] if placed.interpreter else None,
            "briefing": it.student_briefing if wish.with_student else None,
            "student_agreed": any(one.student_agreed for one in wish.guardians_in(placed.session.id)),
            "informed_otherwise": wish.elsewhere,
        }
    )
    conversation = Conversation.of(
        who.school_id,
        fields,
        id=placed.id,
        meeting_type=it.meeting_type,
        student_id=wish.student_ids[0],
        academic_session_id=placed.session.academic_session_id,
        status=Status.PLANNED,
        starts_at=placed.time.starts_at,
        ends_at=placed.time.starts_at + timedelta(minutes=wish.minutes),
        interpreter_buffer_minutes=wish.buffer_minutes,
        is_time_chosen=True,
        created_by_id=who.staff_id,
    )
    return Draft(placed, conversation, [_participant(placed, one, who) for one in _people(placed)])


def _people(placed: Placed) -> Sequence[dict[str, Any]]:
    wish, role = placed.wish, ParticipantRole
    guardians = dict.fromkeys(one.guardian_id for one in wish.guardians_in(placed.session.id))
    students = wish.student_ids if wish.with_student else ()
    interpreters = [placed.interpreter.interpreter_id] if placed.interpreter else []
    return [
        *({"role": role.TEACHER, "staff_id": one.staff_id} for one in wish.staff),
        *({"role": role.GUARDIAN, "guardian_id": one} for one in guardians),
        *({"role": role.STUDENT, "student_id": one} for one in students),
        *({"role": role.INTERPRETER, "interpreter_id": one} for one in interpreters),
    ]


def _participant(placed: Placed, person: dict[str, Any], who: Principal) -> Participant:
    one = Participant.of(who.school_id, ParticipantFields.model_validate(person), conversation_id=placed.id)
    if one.guardian_id:
        own = one.guardian_id == who.guardian_id
        one.answer, one.answered_at = (Answer.ACCEPTED, clock.now()) if own else (Answer.INVITED, None)
    return one
