"""Who may hear it: restrictions first, then the rights of each guardian (R17, R18, R19)."""

from collections.abc import Callable
from datetime import date

from domain.conversations.rules.ages import OF_AGE, age
from domain.families.models.restrictions import RestrictionKind
from domain.plans.decision.asked import Question, Reason, because
from domain.plans.decision.family import Family, Guardian, Student

NO_CONTACT = because(
    "contact_restricted",
    "Een document dat de school zag, laat geen contact met deze persoon toe.",
    "Un document que l'école a vu ne permet aucun contact avec cette personne.",
    "A document that the school has seen does not allow contact with this person.",
)
NO_INFORMATION = because(
    "information_restricted",
    "Een document dat de school zag, laat niet toe dat deze persoon informatie over de leerling krijgt.",
    "Un document que l'école a vu ne permet pas que cette personne reçoive des informations sur l'élève.",
    "A document that the school has seen does not allow this person to get information about the student.",
)
ENDED = because(
    "guardianship_ended",
    "De band van deze persoon met de leerling is voorbij.",
    "Le lien de cette personne avec l'élève a pris fin.",
    "The link of this person with the student has ended.",
)
NO_RIGHT = because(
    "no_right_to_information",
    "Deze persoon heeft geen recht op informatie over de leerling.",
    "Cette personne n'a pas droit à l'information sur l'élève.",
    "This person has no right to information about the student.",
)
NOT_CONTACTED = because(
    "not_to_be_contacted",
    "Bij deze persoon staat dat de school geen contact opneemt.",
    "Il est noté que l'école ne contacte pas cette personne.",
    "It is written down that the school does not contact this person.",
)
NOT_AGREED = because(
    "legal_parents_did_not_agree",
    "Deze persoon heeft geen ouderlijk gezag, en er staat niet dat de ouders met gezag akkoord gaan.",
    "Cette personne n'exerce pas l'autorité parentale, et l'accord des parents qui l'exercent n'est pas noté.",
    "This person has no parental authority, and no agreement of the legal parents is written down.",
)
STUDENT_DECIDES = because(
    "student_of_age_hears_it",
    "De leerling is meerderjarig en hoort dit zelf. Ouders horen het als de leerling dat goedvindt.",
    "L'élève est majeur et l'apprend lui-même. Les parents l'apprennent si l'élève est d'accord.",
    "The student is of age and hears this in person. Parents hear it when the student agrees.",
)
MAY_KNOW = because(
    "has_right_to_information",
    "Deze persoon heeft recht op informatie, en niets staat contact in de weg.",
    "Cette personne a droit à l'information, et rien n'empêche le contact.",
    "This person has a right to information, and nothing stands in the way of contact.",
)
STUDENT_TOO = because(
    "student_hears_it_too",
    "De leerling hoort het ook.",
    "L'élève l'apprend aussi.",
    "The student hears it too.",
)

RESTRICTIONS = {RestrictionKind.NO_CONTACT: NO_CONTACT, RestrictionKind.NO_INFORMATION: NO_INFORMATION}


def restriction_on(guardian: Guardian, day: date) -> Reason | None:
    """A restriction of that day wins over everything else, the plan and the household included."""
    for limit in guardian.limits:
        if day in limit and limit.kind in RESTRICTIONS:
            return RESTRICTIONS[limit.kind]
    return None


def _ended(guardian: Guardian, day: date) -> Reason | None:
    return ENDED if guardian.ended_on is not None and guardian.ended_on <= day else None


def _uninformed(guardian: Guardian, _: date) -> Reason | None:
    return None if guardian.right_to_information else NO_RIGHT


def _not_contacted(guardian: Guardian, _: date) -> Reason | None:
    return None if guardian.may_be_contacted else NOT_CONTACTED


def _not_agreed(guardian: Guardian, day: date) -> Reason | None:
    """Plus parents, grandparents and others, when the legal parents agreed before (R18)."""
    agreed_on = guardian.legal_parents_agreed_on
    by_right = guardian.legal_authority or guardian.is_parent
    return None if by_right or (agreed_on is not None and agreed_on <= day) else NOT_AGREED


IN_THE_WAY: tuple[Callable[[Guardian, date], Reason | None], ...] = (
    *(restriction_on, _ended, _uninformed, _not_contacted, _not_agreed),
)
"""The first that speaks is the reason."""


def kept_from(guardian: Guardian, day: date) -> Reason | None:
    """Why this guardian hears nothing of it that day, or None."""
    for check in IN_THE_WAY:
        if reason := check(guardian, day):
            return reason
    return None


def is_of_age(student: Student, day: date) -> bool:
    """Without a known day of birth, no: then the parents keep their rights."""
    return student.born_on is not None and age(student.born_on, day) >= OF_AGE


def parents_may_know(family: Family, guardian: Guardian, question: Question, day: date) -> bool:
    """Of a student of age, when the student agreed to it, or said yes to this year's plan with their wishes (R19)."""
    in_plan = family.student.said_yes and guardian.person.wishes is not None
    return question.student_agreed or in_plan or not is_of_age(family.student, day)
