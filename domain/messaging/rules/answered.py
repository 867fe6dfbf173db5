"""What was decided for families, counted."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.previews import PreviewTotals
from domain.plans.decision.asked import Decision, Reached
from domain.plans.models.words import Party


class Answered(NamedTuple):
    """What was decided for one family about one student."""

    family_id: UUID
    student_id: UUID
    decision: Decision

    @property
    def told(self) -> list[Reached]:
        """Nobody goes out of their way to reach a child as well."""
        alone = len(self.decision.reached) == 1
        return [one for one in self.decision.reached if one.channel or alone or one.party is not Party.STUDENT]


def totals_of(answered: Sequence[Answered]) -> PreviewTotals:
    """Families are counted, not people: a family whose people are reached in two ways counts for both."""
    everybody = {of.family_id for of in answered}
    ways = {(of.family_id, one.channel) for of in answered for one in of.told if one.channel}
    spoken = {(of.family_id, one.languages[0]) for of in answered for one in of.told}
    return PreviewTotals(
        families=len(everybody),
        people=sum(len(of.told) for of in answered),
        unreached_families=len(everybody) - len({family_id for family_id, _ in ways}),
        by_channel=dict(Counter(channel for _, channel in sorted(ways)).most_common()),
        by_language=dict(Counter(language for _, language in sorted(spoken)).most_common()),
    )
