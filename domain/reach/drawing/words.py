"""What the picture and the tables of reach say."""

from domain.kernel.errors import Message
from domain.reach.models.reads import ReachRow
from domain.reach.models.words import ContactKind, Reached
from domain.reach.rules.small_groups import ALL, OTHER
from domain.school.models.words import Level

TITLE = Message("reach_title", "Wie we spraken", "Qui nous avons rencontré", "Whom we spoke with")
PERIOD = Message(
    "reach_period",
    "Van {since} tot {until} (die dag niet meegerekend).",
    "Du {since} au {until} (ce jour non compris).",
    "From {since} up to {until} (that day not included).",
)
NOTHING = Message("reach_nothing", "Hier zijn geen gezinnen.", "Il n'y a pas de familles ici.", "No families here.")
MERGED = Message(
    "reach_merged",
    "Waar een getal per taal onder vijf zou komen, staan talen samen. "
    "De getallen zijn afgerond op een veelvoud van vijf.",
    "Là où un chiffre par langue serait inférieur à cinq, des langues sont réunies. "
    "Les chiffres sont arrondis au multiple de cinq le plus proche.",
    "Where a number by language would be under five, languages stand together. "
    "The numbers are rounded to the nearest five.",
)
ROW = Message("reach_row", "{name}, {families}: {said}.", "{name}, {families} : {said}.", "{name}, {families}: {said}.")

GROUPS: dict[Reached, Message] = {
    Reached.SPOKEN_WITH: Message("spoken_with", "gesproken", "rencontrées", "spoken with"),
    Reached.INVITED_NOT_MET: Message(
        "invited_not_met",
        "antwoord gekregen, nog niet gesproken",
        "ont répondu, pas encore vues",
        "answered, not met yet",
    ),
    Reached.NEVER_ANSWERED: Message(
        "never_answered", "uitgenodigd, nog geen antwoord", "invitées, sans réponse encore", "invited, no answer yet"
    ),
    Reached.NEVER_INVITED: Message("never_invited", "nog niet uitgenodigd", "pas encore invitées", "not invited yet"),
}
HEADINGS = (
    Message("reach_group", "groep", "groupe", "group"),
    Message("reach_families", "gezinnen", "familles", "families"),
)
_NAMES: dict[str, Message] = {
    OTHER: Message("reach_other", "andere talen", "autres langues", "other languages"),
    ALL: Message("reach_all", "alle talen samen", "toutes les langues", "all languages"),
    "unknown": Message("reach_unknown", "taal niet gekend", "langue non connue", "language not known"),
    Level.NURSERY: Message("nursery", "kleuter", "maternelle", "nursery"),
    Level.PRIMARY: Message("primary", "lager", "primaire", "primary"),
    Level.SECONDARY: Message("secondary", "secundair", "secondaire", "secondary"),
    "conversation": Message("conversation", "gesprek", "entretien", "conversation"),
    "conference": Message("conference", "oudercontact", "réunion de parents", "conference"),
    "activity": Message("activity", "ouderactiviteit", "activité avec les parents", "parent activity"),
    "home_visit": Message("home_visit", "huisbezoek", "visite à domicile", "home visit"),
    ContactKind.AT_THE_GATE: Message("at_the_gate", "aan de poort", "à la grille", "at the gate"),
    ContactKind.PHONE: Message("phone", "telefoon", "téléphone", "phone"),
    ContactKind.MESSAGE: Message("message", "bericht", "message", "message"),
    ContactKind.IN_PASSING: Message("in_passing", "in het voorbijgaan", "en passant", "in passing"),
}


def named(row: ReachRow, language: str) -> str:
    """What a row is called."""
    known = _NAMES.get(row.key)
    return row.name or (known.words(language) if known else row.key)
