"""What would help to reach somebody to whom no way is open."""

from collections.abc import Iterator

from domain.kernel.errors import Message
from domain.plans.decision.family import Person

EMAIL = Message(
    "an_email_address",
    "Een e-mailadres. Vraag het aan deze persoon.",
    "Une adresse e-mail. Demandez-la à cette personne.",
    "An e-mail address. Ask this person for it.",
)
PHONE = Message(
    "a_phone_number",
    "Een telefoonnummer. Vraag het aan deze persoon.",
    "Un numéro de téléphone. Demandez-le à cette personne.",
    "A phone number. Ask this person for it.",
)
WISHES = Message(
    "wishes_in_a_plan",
    "Een communicatieplan. Vraag in een startgesprek hoe deze persoon graag iets hoort.",
    "Un plan de communication. Demandez lors d'un entretien de départ comment cette personne aime être contactée.",
    "A communication plan. Ask in a start conversation how this person likes to hear from school.",
)
GATE = Message(
    "talk_at_the_gate",
    "Een praatje aan de schoolpoort, of een briefje mee in de boekentas.",
    "Un mot à la grille de l'école, ou un billet dans le cartable.",
    "A word at the school gate, or a note in the school bag.",
)


def what_helps(person: Person) -> Iterator[Message]:
    """The surest first; talking can always be tried."""
    if not person.has_phone:
        yield PHONE
    if not person.has_email:
        yield EMAIL
    if person.wishes is None:
        yield WISHES
    yield GATE
