"""How differences between versions of a plan are told."""

from domain.kernel.errors import Message

THE_PLAN = {"nl": "Het plan", "fr": "Le plan", "en": "The plan"}
SCHOOLS = {"nl": "Wat de school kan", "fr": "Ce que l'école peut", "en": "What the school can do"}
TEACHERS = {"nl": "Wat een leerkracht kan", "fr": "Ce qu'un enseignant peut", "en": "What a teacher can do"}
STUDENTS = {"nl": "Wensen van de leerling", "fr": "Souhaits de l'élève", "en": "The student's wishes"}
GUARDIANS = {"nl": "Wensen van de ouder", "fr": "Souhaits du parent", "en": "The parent's wishes"}
CHANGED = Message(
    "field_changed",
    "{part}, {field}: vroeger {before}, nu {after}.",
    "{part}, {field} : avant {before}, maintenant {after}.",
    "{part}, {field}: before {before}, now {after}.",
)
GIVEN = Message(
    "field_given",
    "{part}, {field}: nu {after}.",
    "{part}, {field} : maintenant {after}.",
    "{part}, {field}: now {after}.",
)
TAKEN_AWAY = Message(
    "field_taken_away",
    "{part}, {field}: niet meer {before}.",
    "{part}, {field} : plus {before}.",
    "{part}, {field}: no longer {before}.",
)
FIRST_SAID = Message(
    "part_first_said",
    "{part}: voor het eerst verteld.",
    "{part} : première mention.",
    "{part}: told for the first time.",
)
NO_LONGER_SAID = Message(
    "part_no_longer_said",
    "{part}: staat er niet meer in.",
    "{part} : n'y figure plus.",
    "{part}: no longer in it.",
)
AGREEMENT_MADE = Message(
    "agreement_made",
    "Er is een nieuwe afspraak over {topic}: {channel}, {frequency}.",
    "Il y a un nouvel accord sur {topic} : {channel}, {frequency}.",
    "There is a new agreement about {topic}: {channel}, {frequency}.",
)
AGREEMENT_DROPPED = Message(
    "agreement_dropped",
    "De afspraak over {topic} ({channel}) staat er niet meer in.",
    "L'accord sur {topic} ({channel}) n'y figure plus.",
    "The agreement about {topic} ({channel}) is no longer in it.",
)
SAID_YES = Message(
    "party_said_yes",
    "Zei ja tegen het plan: {party}.",
    "A dit oui au plan : {party}.",
    "Said yes to the plan: {party}.",
)
NOT_BEFORE = Message(
    "version_not_before",
    "Kies een vroegere versie om mee te vergelijken.",
    "Choisissez une version antérieure à comparer.",
    "Choose an earlier version to compare with.",
)
