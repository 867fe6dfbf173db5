"""How old somebody is on the day of a conversation."""

from datetime import date

from domain.conversations.conversation_facts import ConversationFacts

OF_AGE = 18


def age(born_on: date, day: date) -> int:
    """Whole years on this day; who was born on 29 February has the birthday on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def student_is_of_age(facts: ConversationFacts) -> bool:
    """Without a known day of birth, no: then the parents keep their rights."""
    born_on = facts.student.born_on
    return born_on is not None and age(born_on, facts.local_date) >= OF_AGE
