"""How often somebody likes to hear about a topic. What cannot wait is not held up by it."""

from domain.plans.decision.asked import Question
from domain.plans.decision.family import Agreed, Wishes
from domain.plans.models.contact_words import Frequency
from domain.plans.models.topics import Urgency


def frequency_for(wishes: Wishes | None, agreed: Agreed | None, question: Question) -> Frequency:
    """As agreed on the topic, else as wished of it, else as wished of everything."""
    if question.urgency is not Urgency.ORDINARY:
        return Frequency.WHEN_NEEDED
    if agreed is not None:
        return agreed.frequency
    if wishes is None or question.topic in wishes.at_once:
        return Frequency.WHEN_NEEDED
    if question.topic in wishes.in_summary and wishes.frequency is Frequency.WHEN_NEEDED:
        return Frequency.WEEKLY
    return wishes.frequency
