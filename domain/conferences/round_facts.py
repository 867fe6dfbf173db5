"""A round as the rules look at it."""

from dataclasses import dataclass
from typing import Any

from domain.conferences.models.background import Background
from domain.conferences.models.rounds import RoundFields
from domain.conferences.models.words import StudentPart
from domain.school.models.words import Level


@dataclass(frozen=True)
class RoundFacts:
    """What a school decided about a round, and what lies around it."""

    level: Level
    meeting_type: str
    talk_minutes: int
    coupled_to_report: bool
    has_informal_part: bool
    student_part: StudentPart
    student_briefing: str | None
    around: Background

    @classmethod
    def of(cls, decided: RoundFields | Any, around: Background) -> "RoundFacts":
        """Of a round, or of what it is about to become."""
        return cls(
            level=Level(decided.level),
            meeting_type=decided.meeting_type,
            talk_minutes=decided.talk_minutes,
            coupled_to_report=decided.coupled_to_report,
            has_informal_part=bool(decided.informal_part),
            student_part=StudentPart(decided.student_part),
            student_briefing=decided.student_briefing,
            around=around,
        )
