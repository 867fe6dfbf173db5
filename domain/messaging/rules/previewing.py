"""Decisions as somebody of the school reads them before anything is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from domain.messaging.models.message_reads import ReasonRead
from domain.messaging.models.previews import PreviewLeftOut, PreviewPerson
from domain.messaging.rules.answered import Answered
from domain.messaging.rules.explaining import in_words
from domain.messaging.rules.hints import what_helps
from domain.plans.decision.asked import LeftOut, Reached, Reason
from domain.plans.decision.family import Family

_DECIDED = PreviewPerson.model_fields.keys() & {one.name for one in fields(Reached)} - {"reasons"}
"""What goes out as it was decided."""


@dataclass(frozen=True)
class Showing:
    """Puts decisions into words, for one reader."""

    families: Mapping[UUID, Family]
    names: Mapping[UUID, str]
    language: str

    def people(self, of: Answered) -> list[PreviewPerson]:
        """Who is told, and how."""
        return [self._person(of, one) for one in of.told]

    def left_out(self, of: Answered) -> list[PreviewLeftOut]:
        """Who hears nothing, and why."""
        return [
            PreviewLeftOut(**self._who(of, one), reasons=self._reasons(one.reasons)) for one in of.decision.left_out
        ]

    def _person(self, of: Answered, one: Reached) -> PreviewPerson:
        decided = {name: getattr(one, name) for name in _DECIDED}
        return PreviewPerson(
            **decided,
            student_id=of.student_id,
            name=self.names.get(one.guardian_id or of.student_id, ""),
            reasons=self._reasons(one.reasons),
            would_help=[] if one.channel else self._helps(of.student_id, one.guardian_id),
        )

    def _who(self, of: Answered, one: LeftOut) -> dict[str, Any]:
        name = self.names.get(one.guardian_id, "")
        return {"student_id": of.student_id, "guardian_id": one.guardian_id, "name": name}

    def _helps(self, student_id: UUID, guardian_id: UUID | None) -> list[ReasonRead]:
        family = self.families[student_id]
        guardians = {one.guardian_id: one.person for one in family.guardians}
        person = guardians[guardian_id] if guardian_id else family.student.person
        return [in_words(Reason(message), self.language) for message in what_helps(person)]

    def _reasons(self, reasons: tuple[Reason, ...]) -> list[ReasonRead]:
        return [in_words(reason, self.language) for reason in reasons]
