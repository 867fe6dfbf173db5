"""What a talk that is asked for counts for when not all fit, and what the planner weighs."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.rules.family import FAMILY

FIRST_CHOICE, NEXT_CHOICES, OTHER = 3, 2, 1
THIRD_RANK = 3


def weight(rank: int, brought_by: str) -> int:
    """By the family's own order; what the school asks for counts as much as a family's second choice at least."""
    by_rank = FIRST_CHOICE if rank == 1 else NEXT_CHOICES if rank <= THIRD_RANK else OTHER
    return by_rank if ParticipantRole(brought_by) in FAMILY else max(by_rank, NEXT_CHOICES)


OBJECTIVE = {
    "on_site_wait_per_minute": 2,
    "remote_wait_per_minute": 1,
    "extra_session_per_household": 120,
    "meeting_outside_preferred": 10,
    "long_wait_threshold_minutes": 30,
    "long_wait_per_minute": 1,
    "shortfall_pair_per_household": 20,
    "teacher_idle_per_minute": 1,
    "teacher_session": 60,
}
COSTS = {
    "household_window_per_minute": 1,
    "teacher_window_per_minute": 2,
    "teacher_run": 30,
    "walking_per_minute": 4,
    "interpreter": 60,
    "max_sessions": 40,
    "student_window_per_minute": 1,
    "move_other_meeting": 20,
}
"""What it costs somebody to give way so that a talk fits: a family's minute is cheap, one more evening is dear."""
