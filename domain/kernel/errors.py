"""What can go wrong, as kinds with a stable code. The edge turns a kind into an HTTP status, and no one else does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from domain.kernel.text import pick


@dataclass(frozen=True)
class Message:
    """A stable code with its words in each language; `{names}` are filled from data that is never personal."""

    code: str
    nl: str
    fr: str
    en: str

    def words(self, language: str, data: dict[str, Any] | None = None) -> str:
        return pick({"nl": self.nl, "fr": self.fr, "en": self.en}, language).format_map(data or {})


@dataclass(frozen=True)
class Detail:
    """One finding inside a problem: where (a JSON pointer, or `?name` for a parameter), and what."""

    pointer: str
    message: Message
    data: dict[str, Any] = field(default_factory=dict)


class Problem(Exception):
    """Something the caller can understand and mend. Subclasses are the kinds."""

    kind: ClassVar[str] = "problem"

    def __init__(self, message: Message, *details: Detail, **data: Any) -> None:
        super().__init__(message.code)
        self.message = message
        self.details: Sequence[Detail] = details
        self.data = data


class Malformed(Problem):
    """The request cannot be read at all."""

    kind = "malformed"


class Unauthenticated(Problem):
    """No credential, or one that does not hold."""

    kind = "unauthenticated"


class Forbidden(Problem):
    """The object is visible, the deed is not allowed."""

    kind = "forbidden"


class NotFound(Problem):
    """There is no such object, or this reader may not know of it."""

    kind = "not_found"


class Conflict(Problem):
    """It clashes with the state of things."""

    kind = "conflict"


class Gone(Problem):
    """It was there and is not kept any longer."""

    kind = "gone"


class Invalid(Problem):
    """The request can be read, but a value or a rule stands in the way."""

    kind = "invalid"


class Stale(Problem):
    """Somebody changed the object since the caller read it."""

    kind = "stale"


class VersionNeeded(Problem):
    """A change must say which version it starts from."""

    kind = "version_needed"


class TooLarge(Problem):
    """More than this place takes."""

    kind = "too_large"


class Unsupported(Problem):
    """Content of a kind that this place does not take."""

    kind = "unsupported"


class Unavailable(Problem):
    """Not now; trying again helps."""

    kind = "unavailable"


NOT_FOUND = Message(
    "not_found",
    "Dit bestaat niet, of je kunt het niet zien.",
    "Cet élément n'existe pas, ou vous ne pouvez pas le voir.",
    "This does not exist, or you cannot see it.",
)
FORBIDDEN = Message(
    "forbidden",
    "Je rol laat dit niet toe.",
    "Votre rôle ne le permet pas.",
    "Your role does not allow this.",
)
STALE = Message(
    "stale",
    "Iemand anders heeft dit intussen gewijzigd. Haal de nieuwe versie op en probeer opnieuw.",
    "Quelqu'un d'autre l'a modifié entre-temps. Récupérez la nouvelle version et réessayez.",
    "Somebody else changed this meanwhile. Fetch the new version and try again.",
)
DOES_NOT_EXIST = Message(
    "unknown_reference",
    "Dit verwijst naar iets dat niet bestaat in deze school.",
    "Ceci renvoie à un élément qui n'existe pas dans cette école.",
    "This refers to something that does not exist in this school.",
)
