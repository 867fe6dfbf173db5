"""The document of a problem, application/problem+json (RFC 9457), in the reader's language."""

import json
from collections.abc import Sequence
from typing import Any

from fastapi import Request
from starlette.responses import Response

from api.language import negotiated
from domain.kernel.errors import Detail, Message
from domain.kernel.text import OWN_LANGUAGES

TITLES = {
    400: ("Onleesbaar verzoek", "Requête illisible", "Unreadable request"),
    401: ("Niet aangemeld", "Non identifié", "Not signed in"),
    403: ("Niet toegelaten", "Non autorisé", "Not allowed"),
    404: ("Niet gevonden", "Introuvable", "Not found"),
    405: ("Dit kan hier niet", "Méthode non permise", "Method not allowed"),
    409: ("Botst met iets anders", "Conflit", "Conflict"),
    410: ("Niet meer bewaard", "N'est plus conservé", "No longer kept"),
    412: ("Intussen gewijzigd", "Modifié entre-temps", "Changed meanwhile"),
    413: ("Te groot", "Trop volumineux", "Too large"),
    415: ("Onbekend soort inhoud", "Type de contenu inconnu", "Unknown kind of content"),
    422: ("Niet in orde", "Pas en ordre", "Not in order"),
    428: ("Welke versie?", "Quelle version ?", "Which version?"),
    429: ("Te veel verzoeken", "Trop de requêtes", "Too many requests"),
    500: ("Er ging iets mis bij ons", "Un problème est survenu chez nous", "Something went wrong on our side"),
    503: ("Even niet bereikbaar", "Momentanément indisponible", "Not available for a moment"),
}


def problem_response(
    request: Request,
    status: int,
    message: Message,
    details: Sequence[Detail] = (),
    *,
    data: dict[str, Any] | None = None,
) -> Response:
    """The document of one problem."""
    language = negotiated(request.headers.get("accept-language", ""), OWN_LANGUAGES)
    title = dict(zip(OWN_LANGUAGES, TITLES.get(status, TITLES[400]), strict=True))[language]
    known = data or {}
    document = {
        "type": f"urn:samenspraak:problem:{message.code}",
        "title": title,
        "status": status,
        "detail": message.words(language, known),
        "code": message.code,
        "request_id": getattr(request.state, "request_id", None),
        "errors": [
            {"pointer": one.pointer, "code": one.message.code, "detail": one.message.words(language, one.data)}
            for one in details
        ],
    }
    if "alternatives" in known:
        document["alternatives"] = known["alternatives"]
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="samenspraak"'
    if status in {429, 503}:
        headers["Retry-After"] = str(known.get("retry_after", 5))
    body = json.dumps(document, ensure_ascii=False).encode(errors="replace")
    return Response(body, status, headers, media_type="application/problem+json")
