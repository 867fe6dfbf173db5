"""What may happen with a conversation, by moment. Pure: facts in, findings out.

Findings of the severity `error` refuse, those of the severity `warning` go along: `domain.kernel.rule.warnings_of`
tells them apart. Pointers follow the bodies of the API.

R20 (a family sees only its own) is a matter of visibility and stands in the queries; of R16 only what concerns one
conversation stands here, as the claims refuse a double booking.
"""

from collections.abc import Callable

from domain.conversations.facts import AgendaPoint, ConversationFacts, NoteFacts
from domain.conversations.rules.agenda import (
    check_agenda,
    check_briefing,
    check_constructive,
    check_papers,
    check_point,
    check_strengths,
)
from domain.conversations.rules.board import NOT_BESIDE, NOT_SO, check_board, check_same_child
from domain.conversations.rules.family import (
    check_agreements,
    check_attendance,
    check_other_parent,
    check_parents,
    check_student_decides,
    may_cancel,
)
from domain.conversations.rules.forms import check_channel, check_host_moment, check_level, check_roles
from domain.conversations.rules.interpreting import check_interpreters
from domain.conversations.rules.notes import (
    check_guidance_centre,
    check_keeping,
    check_keywords,
    check_labels,
    check_whatsapp_note,
)
from domain.conversations.rules.people import check_announcements, check_nobody_twice, check_reasons
from domain.conversations.rules.places import check_home_visit, check_whatsapp
from domain.conversations.rules.states import WRONG_STATE, Deed, can_go
from domain.conversations.rules.timing import (
    check_grid,
    check_interpreter_buffer,
    check_length,
    check_season,
    interpreter_buffer,
)
from domain.kernel.rule import Finding

__all__ = [
    "NOT_BESIDE",
    "NOT_SO",
    "WRONG_STATE",
    "Deed",
    "can_go",
    "check_agenda_point",
    "check_board",
    "check_labels",
    "check_note",
    "check_proposal",
    "check_same_child",
    "check_start",
    "interpreter_buffer",
    "may_cancel",
]

_AT_PROPOSAL: tuple[Callable[[ConversationFacts], list[Finding]], ...] = (
    check_grid,
    check_length,
    check_season,
    check_level,
    check_channel,
    check_host_moment,
    check_roles,
    check_nobody_twice,
    check_parents,
    check_attendance,
    check_agreements,
    check_student_decides,
    check_other_parent,
    check_interpreters,
    check_interpreter_buffer,
    check_reasons,
    check_agenda,
    check_briefing,
    check_constructive,
    check_papers,
    check_whatsapp,
    check_home_visit,
)
_AT_START = (*_AT_PROPOSAL, check_announcements, check_strengths)
_ON_A_NOTE = (check_keeping, check_guidance_centre, check_whatsapp_note, check_keywords)


def check_proposal(facts: ConversationFacts) -> list[Finding]:
    """What stands in the way when a conversation is proposed, accepted, changed or moved."""
    return [found for check in _AT_PROPOSAL for found in check(facts)]


def check_start(facts: ConversationFacts) -> list[Finding]:
    """All of that again, as families and decisions change meanwhile, and what must be ready by now (R23, R31).

    The attendees are those who are there, so that a form's required roles are present and not only invited.
    """
    return [found for check in _AT_START for found in check(facts)]


def check_agenda_point(facts: ConversationFacts, point: AgendaPoint) -> list[Finding]:
    """Whether this point can be brought now, in `facts.status`; points at the point itself."""
    return check_point(facts, point)


def check_note(note: NoteFacts) -> list[Finding]:
    """Whether the school may keep this note."""
    return [found for check in _ON_A_NOTE for found in check(note)]
