"""What may happen with a conversation, by moment. Pure: facts in, findings out.

Findings of the severity `error` refuse, those of the severity `warning` go along: `domain.kernel.rule.warnings_of`
tells them apart. Pointers follow the bodies of the API.

R20 (a family sees only its own) is a matter of visibility and stands in the queries; of R16 only what concerns one
conversation stands here, as the claims refuse a double booking.
"""

from collections.abc import Callable

from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.note_facts import NoteFacts
from domain.conversations.rules.agenda import check_agenda, check_point
from domain.conversations.rules.board import NOT_BESIDE, NOT_SO, check_board, check_same_child
from domain.conversations.rules.briefing import check_briefing
from domain.conversations.rules.buffer import AsksMinutes, check_interpreter_buffer, interpreter_buffer
from domain.conversations.rules.channels import check_channel
from domain.conversations.rules.company import check_agreements, check_student_decides
from domain.conversations.rules.constructive import check_constructive, check_strengths
from domain.conversations.rules.enrolment import check_other_parent, check_papers
from domain.conversations.rules.forms import check_host_moment, check_level
from domain.conversations.rules.grid import check_grid
from domain.conversations.rules.home_visits import check_home_visit
from domain.conversations.rules.interpreting import check_interpreters
from domain.conversations.rules.keywords import check_keywords, check_labels, check_words
from domain.conversations.rules.length import check_length
from domain.conversations.rules.notes import check_keeping
from domain.conversations.rules.parents import check_attendance, check_parents, may_cancel
from domain.conversations.rules.professionals import check_announcements, check_reasons
from domain.conversations.rules.roles import check_roles
from domain.conversations.rules.season import check_season
from domain.conversations.rules.states import WRONG_STATE, Deed, can_go
from domain.conversations.rules.twice import check_nobody_twice
from domain.conversations.rules.unkept import check_guidance_centre, check_whatsapp_note
from domain.conversations.rules.whatsapp import check_whatsapp
from domain.kernel.rule import Finding

__all__ = [
    "NOT_BESIDE",
    "NOT_SO",
    "WRONG_STATE",
    "AsksMinutes",
    "Deed",
    "can_go",
    "check_agenda_point",
    "check_board",
    "check_labels",
    "check_note",
    "check_proposal",
    "check_same_child",
    "check_start",
    "check_words",
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
