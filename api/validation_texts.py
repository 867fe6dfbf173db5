"""The words of what validation finds."""

import re
from typing import Any

from domain.kernel.errors import Detail, Message
from domain.kernel.rule import Finding
from domain.seeding.sharing.reading import Misfit

_WRONG = Message(
    "wrong_value", "Deze waarde past hier niet.", "Cette valeur ne convient pas ici.", "This value does not fit here."
)

_BY_TYPE = {
    message.code: message
    for message in (
        Message("missing", "Dit ontbreekt.", "Ceci manque.", "This is missing."),
        Message(
            "extra_forbidden",
            "Dit veld is hier niet gekend.",
            "Ce champ est inconnu ici.",
            "This field is not known here.",
        ),
        Message("string_type", "Dit moet tekst zijn.", "Ceci doit être du texte.", "This must be text."),
        Message(
            "string_unicode",
            "Deze tekst bevat kapotte tekens.",
            "Ce texte contient des caractères abîmés.",
            "This text holds broken characters.",
        ),
        Message(
            "string_too_short",
            "Dit is te kort: minstens {min_length} tekens.",
            "C'est trop court : au moins {min_length} caractères.",
            "This is too short: at least {min_length} characters.",
        ),
        Message(
            "string_too_long",
            "Dit is te lang: hoogstens {max_length} tekens.",
            "C'est trop long : au plus {max_length} caractères.",
            "This is too long: at most {max_length} characters.",
        ),
        Message(
            "string_pattern_mismatch",
            "Deze tekst heeft niet de juiste vorm.",
            "Ce texte n'a pas la bonne forme.",
            "This text has not the right form.",
        ),
        Message(
            "too_short",
            "Hier hoort meer bij: minstens {min_length}.",
            "Il en faut plus : au moins {min_length}.",
            "More is needed here: at least {min_length}.",
        ),
        Message(
            "too_long",
            "Dit zijn er te veel: hoogstens {max_length}.",
            "C'est trop : au plus {max_length}.",
            "These are too many: at most {max_length}.",
        ),
        Message(
            "int_type",
            "Dit moet een geheel getal zijn.",
            "Ceci doit être un nombre entier.",
            "This must be a whole number.",
        ),
        Message(
            "int_parsing",
            "Dit moet een geheel getal zijn.",
            "Ceci doit être un nombre entier.",
            "This must be a whole number.",
        ),
        Message(
            "bool_type", "Dit moet waar of onwaar zijn.", "Ceci doit être vrai ou faux.", "This must be true or false."
        ),
        Message(
            "bool_parsing",
            "Dit moet waar of onwaar zijn.",
            "Ceci doit être vrai ou faux.",
            "This must be true or false.",
        ),
        Message(
            "greater_than_equal",
            "Dit moet minstens {ge} zijn.",
            "Ceci doit être au moins {ge}.",
            "This must be at least {ge}.",
        ),
        Message(
            "less_than_equal",
            "Dit mag hoogstens {le} zijn.",
            "Ceci peut être au plus {le}.",
            "This may be at most {le}.",
        ),
        Message("enum", "Kies een van: {expected}.", "Choisissez parmi : {expected}.", "Choose one of: {expected}."),
        Message(
            "literal_error", "Kies een van: {expected}.", "Choisissez parmi : {expected}.", "Choose one of: {expected}."
        ),
        Message(
            "uuid_parsing",
            "Dit is geen geldig id.",
            "Ceci n'est pas un identifiant valable.",
            "This is not a valid id.",
        ),
        Message(
            "uuid_type", "Dit is geen geldig id.", "Ceci n'est pas un identifiant valable.", "This is not a valid id."
        ),
        Message(
            "date_from_datetime_parsing",
            "Dit is geen datum (2026-09-01).",
            "Ceci n'est pas une date (2026-09-01).",
            "This is not a date (2026-09-01).",
        ),
        Message(
            "date_parsing",
            "Dit is geen datum (2026-09-01).",
            "Ceci n'est pas une date (2026-09-01).",
            "This is not a date (2026-09-01).",
        ),
        Message(
            "date_type",
            "Dit is geen datum (2026-09-01).",
            "Ceci n'est pas une date (2026-09-01).",
            "This is not a date (2026-09-01).",
        ),
        Message(
            "datetime_from_date_parsing",
            "Dit is geen tijdstip (2026-09-01T18:30:00+02:00).",
            "Ceci n'est pas un moment (2026-09-01T18:30:00+02:00).",
            "This is not a point in time (2026-09-01T18:30:00+02:00).",
        ),
        Message(
            "datetime_parsing",
            "Dit is geen tijdstip (2026-09-01T18:30:00+02:00).",
            "Ceci n'est pas un moment (2026-09-01T18:30:00+02:00).",
            "This is not a point in time (2026-09-01T18:30:00+02:00).",
        ),
        Message(
            "timezone_aware",
            "Zet de tijdzone erbij (+02:00 of Z).",
            "Ajoutez le fuseau horaire (+02:00 ou Z).",
            "Add the time zone (+02:00 or Z).",
        ),
        Message("list_type", "Dit moet een lijst zijn.", "Ceci doit être une liste.", "This must be a list."),
        Message("dict_type", "Dit moet een object zijn.", "Ceci doit être un objet.", "This must be an object."),
        Message("model_type", "Dit moet een object zijn.", "Ceci doit être un objet.", "This must be an object."),
        Message(
            "model_attributes_type", "Dit moet een object zijn.", "Ceci doit être un objet.", "This must be an object."
        ),
        Message(
            "dutch_missing",
            "De Nederlandse tekst (nl) ontbreekt.",
            "Le texte néerlandais (nl) manque.",
            "The Dutch text (nl) is missing.",
        ),
        Message(
            "ends_before_start",
            "Het einde moet na het begin komen.",
            "La fin doit venir après le début.",
            "It must end after it starts.",
        ),
        Message(
            "nobody_comes",
            "Er komt minstens één iemand van het gezin.",
            "Au moins une personne de la famille vient.",
            "At least one person of the family comes.",
        ),
        Message(
            "beyond_calendar",
            "Deze dag ligt buiten onze kalender (1900 tot 2199).",
            "Ce jour se situe hors de notre calendrier (1900 à 2199).",
            "This day lies beyond our calendar (1900 to 2199).",
        ),
        Message(
            "one_name",
            "Noem ofwel `key` (van je school, begint met own.), ofwel `adapts` (een naam uit de bibliotheek).",
            "Indiquez soit `key` (de votre école, commence par own.), soit `adapts` (un nom de la bibliothèque).",
            "Give either `key` (your school's, starting with own.) or `adapts` (a name of the library).",
        ),
        Message(
            "question_twice",
            "Een vraag staat hier tweemaal in.",
            "Une question y figure deux fois.",
            "A question is in this twice.",
        ),
        Message(
            "unknown_time_zone",
            "Deze tijdzone bestaat niet.",
            "Ce fuseau horaire n'existe pas.",
            "This time zone does not exist.",
        ),
        Message(
            "bad_phone",
            "Dit is geen telefoonnummer.",
            "Ceci n'est pas un numéro de téléphone.",
            "This is no phone number.",
        ),
        Message(
            "one_person",
            "Noem precies één persoon, met: {expected}.",
            "Indiquez une seule personne, avec : {expected}.",
            "Name exactly one person, with: {expected}.",
        ),
        Message(
            "one_way_to_reach",
            "Geef precies één manier om het gezin te bereiken: een e-mailadres of een telefoonnummer.",
            "Donnez un seul moyen de joindre la famille : une adresse e-mail ou un numéro de téléphone.",
            "Give exactly one way to reach the family: an e-mail address or a phone number.",
        ),
        Message(
            "own_words_missing",
            "Zeg in eigen woorden wat er aan deze halte te doen is.",
            "Dites avec vos mots ce qu'il y a à faire à cette étape.",
            "Say in your own words what there is to do at this stop.",
        ),
        Message(
            "same_family",
            "Noem twee verschillende gezinnen.",
            "Indiquez deux familles différentes.",
            "Name two different families.",
        ),
        Message(
            "one_student",
            "Een gesprek gaat over één leerling: geen andere neemt eraan deel.",
            "Un entretien concerne un seul élève : aucun autre n'y participe.",
            "A conversation is about one student: no other takes part.",
        ),
        Message(
            "not_on_grid",
            "Kies 5, 10 of 15 minuten.",
            "Choisissez 5, 10 ou 15 minutes.",
            "Choose 5, 10 or 15 minutes.",
        ),
        Message(
            "one_of_these",
            "Kies één van deze mogelijkheden.",
            "Choisissez une seule de ces possibilités.",
            "Choose one of these possibilities.",
        ),
        Message(
            "no_home_address",
            "Een thuisadres hoort hier niet bij.",
            "Une adresse privée n'a pas sa place ici.",
            "A home address does not belong here.",
        ),
        Message(
            "value_error",
            "Deze waarde past hier niet.",
            "Cette valeur ne convient pas ici.",
            "This value does not fit here.",
        ),
    )
}


def of_pydantic(error: dict[str, Any]) -> Detail:
    """A validation error as a detail: where and what, without the input; limits of the field may be told."""
    message = _BY_TYPE.get(error["type"], _WRONG)
    told = {key: value for key, value in (error.get("ctx") or {}).items() if key in _TELLABLE}
    if "expected" in told:
        told["expected"] = str(told["expected"]).replace(" or ", ", ")  # Pydantic speaks English
    return Detail(_pointer(*(error["loc"] or ("body",))), message if _fillable(message, told) else _WRONG, told)


def of_misfit(misfit: Misfit) -> Detail:
    """Something that is not right in a file, with its line before what is wrong."""
    found = _in_file(misfit)
    said = found.message
    on_line = Message(
        said.code, f"Regel {{line}}: {said.nl}", f"Ligne {{line}} : {said.fr}", f"Line {{line}}: {said.en}"
    )
    return Detail(found.pointer, on_line, {**found.data, "line": misfit.line})


def _in_file(misfit: Misfit) -> Detail:
    where = _pointer("body", *misfit.place)
    if isinstance(misfit.wrong, Message):
        return Detail(where, misfit.wrong)
    if isinstance(misfit.wrong, Finding):
        return Detail(where, misfit.wrong.rule, misfit.wrong.data)
    return of_pydantic({**misfit.wrong, "loc": ("body", *misfit.place)})


def _pointer(place: str, *path: str | int) -> str:
    """RFC 6901 into the body, or `?name` of a parameter. An endless name that we do not know is not said again."""
    names = [str(name) for name in path if name != "[key]" and str(name).isprintable()]
    if place != "body":
        return f"?{'.'.join(names)}"
    return "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in names if len(name) <= _LONGEST_NAME)


_LONGEST_NAME = 100


_TELLABLE = {"min_length", "max_length", "ge", "le", "expected"}


def _fillable(message: Message, told: dict[str, Any]) -> bool:
    return all(name in told for name in re.findall(r"{(\w+)}", message.en))
