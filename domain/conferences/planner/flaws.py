"""What is wrong with a document: where, a stable code, and words that repeat nothing of what was sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from domain.conferences.planner.words import Words

MOST_TOLD = 100
_LONGEST_STEP = 100


@dataclass(frozen=True, slots=True)
class Flaw:
    """`pointer` is a JSON pointer into the document."""

    pointer: str
    words: Words

    @property
    def code(self) -> str:
        return self.words.code

    def document(self) -> dict[str, Any]:
        """As the process tells it."""
        return {"pointer": self.pointer, "code": self.code, "detail": self.words.filled()}


class InvalidProblem(Exception):
    """The document is no round that can be planned; at most `MOST_TOLD` flaws are told."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__(f"{len(flaws)} flaws")
        self.flaws = flaws


def pointer(*steps: Any) -> str:
    """A JSON pointer (RFC 6901); a step that somebody invented is cut off where it gets too long to read."""
    return "".join("/" + str(step)[:_LONGEST_STEP].replace("~", "~0").replace("/", "~1") for step in steps)


def told(errors: Iterable[ErrorDetails]) -> Iterator[Flaw]:
    """The flaws that pydantic found."""
    for error in errors:
        steps = [step for step in error["loc"] if step != "[key]"]
        yield Flaw(pointer(*steps), _BY_TYPE.get(error["type"], WRONG_TYPE))


WRONG_TYPE = Words(
    "wrong_type",
    "Hier staat iets van een andere soort dan verwacht.",
    "Le type de cette valeur n'est pas celui attendu.",
    "This is not the kind of value that is expected here.",
)
MISSING = Words("missing", "Dit veld ontbreekt.", "Ce champ manque.", "This field is missing.")
UNKNOWN_FIELD = Words(
    "unknown_field", "Dit veld bestaat niet.", "Ce champ n'existe pas.", "There is no such field here."
)
NOT_A_TIME = Words(
    "not_a_time",
    "Dit is geen tijdstip zoals 2026-11-17T18:40.",
    "Ceci n'est pas un moment comme 2026-11-17T18:40.",
    "This is not a time such as 2026-11-17T18:40.",
)
ENDS_BEFORE_START = Words(
    "ends_before_start",
    "Dit moet later eindigen dan het begint.",
    "La fin doit venir après le début.",
    "This has to end after it starts.",
)
OUT_OF_RANGE = Words(
    "out_of_range", "Dit valt buiten de grenzen.", "Ceci dépasse les limites.", "This is out of bounds."
)
NOT_AN_OPTION = Words(
    "not_an_option",
    "Dit is geen van de mogelijke waarden.",
    "Ceci n'est pas une des valeurs possibles.",
    "This is none of the possible values.",
)
UNREADABLE = Words(
    "unreadable",
    "Deze tekst is leeg, te lang of bevat onleesbare tekens.",
    "Ce texte est vide, trop long ou contient des caractères illisibles.",
    "This text is empty, too long, or has characters that cannot be read.",
)

_BY_TYPE = {
    "missing": MISSING,
    "extra_forbidden": UNKNOWN_FIELD,
    "not_a_time": NOT_A_TIME,
    "ends_before_start": ENDS_BEFORE_START,
    "literal_error": NOT_AN_OPTION,
    **dict.fromkeys(
        ("out_of_range", "greater_than_equal", "less_than_equal", "too_long", "too_short", "int_parsing_size"),
        OUT_OF_RANGE,
    ),
    **dict.fromkeys(
        ("string_too_short", "string_too_long", "string_pattern_mismatch", "string_unicode"),
        UNREADABLE,
    ),
}
