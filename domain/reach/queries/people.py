"""Whom of a family the school may speak with, as the decision of the plan has it."""

from datetime import datetime
from uuid import UUID

from domain.plans.decision.asked import Question
from domain.plans.models.topics import Topic, Urgency
from domain.plans.queries.known import Known
from domain.reach.rules.steps import Person


def people_of(known: Known, student_id: UUID, moment: datetime) -> tuple[Person, ...]:
    """Restrictions, rights, wishes, agreements and what the school offers: all of it is decided there."""
    family = known.families[student_id]
    persons = {one.guardian_id: one.person for one in family.guardians}
    decision = known.decide(student_id, Question(Topic.CONVERSATIONS, Urgency.ORDINARY, moment))
    people = []
    for one in decision.reached:
        person = persons[one.guardian_id] if one.guardian_id else family.student.person
        people.append(
            Person(
                guardian_id=one.guardian_id,
                open=(one.channel, *one.further) if one.channel else (),
                has_plan=bool(person.wishes or person.agreements),
                wants_interpreter=one.wants_interpreter,
                hours=person.wishes.reachable if person.wishes else None,
            )
        )
    return tuple(people)
