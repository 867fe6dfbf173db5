"""The words of problems that come from the framework and from ourselves."""

from domain.kernel.errors import Message

BAD_BODY = Message(
    "unreadable_body",
    "De inhoud van het verzoek is geen geldige JSON.",
    "Le contenu de la requête n'est pas du JSON valable.",
    "The content of the request is not valid JSON.",
)
INVALID = Message(
    "invalid_request",
    "Sommige gegevens zijn niet in orde. Kijk bij `errors` welke.",
    "Certaines données ne sont pas en ordre. Voyez lesquelles sous `errors`.",
    "Some of the data are not in order. See `errors` for which.",
)
NOWHERE = Message(
    "no_such_page", "Dit adres bestaat niet.", "Cette adresse n'existe pas.", "This address does not exist."
)
METHOD = Message(
    "method_not_allowed",
    "Dit adres kent deze methode niet.",
    "Cette adresse ne connaît pas cette méthode.",
    "This address does not know this method.",
)
TOO_LARGE = Message(
    "too_large",
    "Het verzoek is te groot (hoogstens {limit} bytes).",
    "La requête est trop volumineuse (au plus {limit} octets).",
    "The request is too large (at most {limit} bytes).",
)
OTHER = Message(
    "request_refused", "Dit verzoek kan niet.", "Cette requête n'est pas possible.", "This request is not possible."
)
BUSY = Message(
    "busy",
    "De dienst is even niet bereikbaar. Probeer het zo dadelijk opnieuw.",
    "Le service est momentanément indisponible. Réessayez dans un instant.",
    "The service is not available for a moment. Please try again shortly.",
)
UNEXPECTED = Message(
    "unexpected",
    "Er ging iets mis bij ons. Geef ons het request_id, dan zoeken we het uit.",
    "Un problème est survenu chez nous. Donnez-nous le request_id et nous chercherons.",
    "Something went wrong on our side. Give us the request_id and we will look into it.",
)
SEVERAL_SCHOOLS = Message(
    "school_needed",
    "Je hoort bij meer dan één school. Zeg met Samenspraak-School welke.",
    "Vous êtes lié à plusieurs écoles. Indiquez laquelle avec Samenspraak-School.",
    "You belong to more than one school. Say which with Samenspraak-School.",
)
