"""How much reaches one person, and leaves a school, on one day. What cannot wait counts, and is never held up."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from domain.messaging.models.settings import Messaging
from domain.plans.models.topics import Urgency


@dataclass(slots=True)
class Today:
    """What left today, by person; it is kept up while a batch is looked at."""

    by_person: Counter[UUID]
    most_per_person: int | None
    most: int | None

    @classmethod
    def of(cls, settings: Messaging, sent: dict[UUID, int]) -> "Today":
        return cls(Counter(sent), settings.most_per_family_a_day, settings.most_a_day)

    def takes(self, who: UUID, urgency: Urgency) -> bool:
        """Whether one more may leave; then it counts."""
        is_enough = _reached(self.by_person[who], self.most_per_person) or _reached(self.by_person.total(), self.most)
        if is_enough and urgency is Urgency.ORDINARY:
            return False
        self.by_person[who] += 1
        return True


def _reached(count: int, most: int | None) -> bool:
    return most is not None and count >= most
