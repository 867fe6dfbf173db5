"""Flaws that show only when a roster meets the school that takes it over."""

from domain.roster.flaws import eased, noted

SEVERAL_SCHOOLS = eased(
    "several_schools",
    "Dit bestand bevat meer dan één school. Stuur elke school haar eigen bestand.",
    "Ce fichier contient plusieurs écoles. Envoyez à chaque école son propre fichier.",
    "This file holds more than one school. Send each school a file of its own.",
)
OUTSIDE_REFERENCE = eased(
    "outside_reference",
    "Dit verwijst naar iets dat niet in de bestanden zit en dat de school nog niet kent.",
    "Ceci renvoie à un élément absent des fichiers et que l'école ne connaît pas encore.",
    "This refers to something that is not in the files and that the school does not know yet.",
)
ROLE_UNKNOWN = eased(
    "role_unknown",
    "Van deze persoon is de rol niet bekend. De persoon is niet overgenomen.",
    "Le rôle de cette personne n'est pas connu. La personne n'a pas été reprise.",
    "The role of this person is not known. The person was not taken over.",
)
MOST_ENDED = eased(
    "most_ended",
    "Meer dan de helft van deze mensen staat niet meer in het bestand. Is het volledig?",
    "Plus de la moitié de ces personnes ne figurent plus dans le fichier. Est-il complet ?",
    "More than half of these people are no longer in the file. Is it complete?",
)
BAD_PHONE = noted(
    "bad_phone",
    "Dit is geen telefoonnummer. Het is niet overgenomen.",
    "Ceci n'est pas un numéro de téléphone. Il n'a pas été repris.",
    "This is no phone number. It was not taken over.",
)
BAD_EMAIL = noted(
    "bad_email",
    "Dit is geen e-mailadres. Het is niet overgenomen.",
    "Ceci n'est pas une adresse e-mail. Elle n'a pas été reprise.",
    "This is no e-mail address. It was not taken over.",
)
ENROLLMENT_UNCLEAR = noted(
    "enrollment_unclear",
    "Deze inschrijving past niet bij de rol van de persoon. Ze is niet overgenomen.",
    "Cette inscription ne correspond pas au rôle de la personne. Elle n'a pas été reprise.",
    "This enrollment does not fit the role of the person. It was not taken over.",
)
