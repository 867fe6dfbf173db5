"""How the family of a student is reached: each of its people by the same rules, one after another."""

from datetime import date
from uuid import UUID

from domain.plans.decision.asked import Decision, LeftOut, Question, Reached, Reason, because
from domain.plans.decision.channels import route_to
from domain.plans.decision.family import Family, Guardian, Person
from domain.plans.decision.interpreters import interpreter_for
from domain.plans.decision.languages import languages_for
from domain.plans.decision.often import frequency_for
from domain.plans.decision.rights import (
    MAY_KNOW,
    STUDENT_DECIDES,
    STUDENT_TOO,
    is_of_age,
    kept_from,
    parents_may_know,
)
from domain.plans.decision.school_ways import SchoolWays
from domain.plans.decision.senders import named_sender, sender_on
from domain.plans.decision.urgent import urgent_route
from domain.plans.decision.when import timed
from domain.plans.models.topics import Urgency
from domain.plans.models.words import Party

NOBODY = because(
    "nobody_to_tell",
    "Niemand van het gezin kan dit horen. Iemand van de school bekijkt wat er nodig is.",
    "Personne de la famille ne peut l'apprendre. Quelqu'un de l'école voit ce qu'il faut faire.",
    "Nobody of the family can hear this. Somebody of the school looks at what is needed.",
)
NO_WAY_TO_ANYBODY = because(
    "nobody_reachable",
    "Geen enkele weg naar dit gezin is open. Iemand van de school zoekt een manier.",
    "Aucune voie vers cette famille n'est ouverte. Quelqu'un de l'école cherche un moyen.",
    "No way to this family is open. Somebody of the school finds one.",
)
NO_LINK = because(
    "not_a_guardian",
    "Deze persoon hoort niet bij de leerling.",
    "Cette personne n'est pas liée à l'élève.",
    "This person is not linked to the student.",
)


def decide(family: Family, school: SchoolWays, question: Question) -> Decision:
    """Pure: the same answer to the same question. Nobody hears it who may not, and never nobody without a reason."""
    day = question.moment.astimezone(school.zone).date()
    told = [_tell(family, guardian, school, question, day) for guardian in _asked_about(family, question)]
    reached = [one for one in told if isinstance(one, Reached)]
    left_out = [one for one in told if isinstance(one, LeftOut)]
    if question.to_student or is_of_age(family.student, day):
        why = STUDENT_TOO if question.to_student else STUDENT_DECIDES
        reached.append(_reach(family.student.person, None, school, question, why))
    return Decision(tuple(reached), (*left_out, *_strangers(family, question)), _for_school(reached))


def _asked_about(family: Family, question: Question) -> tuple[Guardian, ...]:
    named = question.guardian_ids
    return family.guardians if named is None else tuple(one for one in family.guardians if one.guardian_id in named)


def _strangers(family: Family, question: Question) -> list[LeftOut]:
    known = {one.guardian_id for one in family.guardians}
    return [LeftOut(one, (NO_LINK,)) for one in sorted((question.guardian_ids or frozenset()) - known)]


def _tell(family: Family, guardian: Guardian, school: SchoolWays, question: Question, day: date) -> Reached | LeftOut:
    """Their rights are those of the day asked about, and of the day on which it would reach them."""
    if why_not := _why_not(family, guardian, question, day):
        return LeftOut(guardian.guardian_id, (why_not,))
    one = _reach(guardian.person, guardian.guardian_id, school, question, MAY_KNOW)
    if one.earliest == question.moment:
        return one
    later = _why_not(family, guardian, question, one.earliest.astimezone(school.zone).date())
    return LeftOut(guardian.guardian_id, (later,)) if later else one


def _why_not(family: Family, guardian: Guardian, question: Question, day: date) -> Reason | None:
    if why_not := kept_from(guardian, day):
        return why_not
    return None if parents_may_know(family, guardian, question, day) else STUDENT_DECIDES


def _reach(person: Person, guardian_id: UUID | None, school: SchoolWays, question: Question, why: Reason) -> Reached:
    agreed = next((one for one in person.agreements if one.topic is question.topic), None)
    wishes, sender_id = person.wishes, named_sender(agreed, question)
    offer = school.offer(sender_id)
    way = timed(route_to(person, agreed, offer, question), person, school, offer, question)
    if question.urgency is Urgency.URGENT:
        way = urgent_route(person, question.moment, way)
    channel = way.channels[0] if way.channels else None
    languages, language_why = languages_for((wishes and wishes.languages) or person.languages)
    interpreter, interpreter_why = interpreter_for(wishes, offer, channel)
    day = way.earliest.astimezone(school.zone).date()
    sender, sender_why = sender_on(day, channel, sender_id, agreed, school)
    steps = (why, *way.reasons, language_why, interpreter_why, sender_why)
    return Reached(
        party=Party.GUARDIAN if guardian_id else Party.STUDENT,
        guardian_id=guardian_id,
        channel=channel,
        further=way.channels[1:],
        languages=languages,
        earliest=way.earliest,
        interpreter=interpreter,
        wants_interpreter=wishes is not None and wishes.wants_interpreter,
        sender_id=sender,
        reasons=tuple(reason for reason in steps if reason),
        frequency=frequency_for(wishes, agreed, question),
    )


def _for_school(reached: list[Reached]) -> tuple[Reason, ...]:
    if any(one.channel for one in reached):
        return ()
    return (NO_WAY_TO_ANYBODY,) if reached else (NOBODY,)
