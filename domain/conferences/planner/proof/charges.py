"""Losses of overlapping groups of talks, added up without counting anything twice."""

from dataclasses import dataclass


@dataclass(slots=True)
class Charges:
    """`rest` is what each talk is still worth to the groups to come, `lost` what has been shown so far.

    A group that must lose L is charged for it: each of its talks pays min(rest, L). Any schedule then leaves out talks
    of the group that pay L together (one pays L alone, or all pay what they were worth), so that the groups' losses
    add up to no more than what a schedule leaves out.
    """

    rest: dict[int, int]
    lost: int = 0

    def charge(self, talks: frozenset[int], loss: int) -> None:
        self.lost += loss
        for talk in talks:
            self.rest[talk] -= min(self.rest[talk], loss)

    def cover(self, talks: frozenset[int]) -> bool:
        """Whether these talks were all paid for, so that nothing more can be shown by them."""
        return not any(self.rest[talk] for talk in talks)
