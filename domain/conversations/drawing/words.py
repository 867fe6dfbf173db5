"""The few words of the picture that do not stand in the catalogue, and the board told in words."""

from collections.abc import Iterator

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.models.board import Place
from domain.conversations.models.board_picture import BoardShown, CardShown, LadderShown, PawnShown
from domain.kernel.days import day_in_words
from domain.kernel.text import pick

Words = dict[str, str]

_R = ParticipantRole
PEOPLE: dict[ParticipantRole, Words] = {
    _R.GUARDIAN: {"nl": "ouder", "fr": "parent", "en": "parent", "ar": "وليّ الأمر"},
    _R.OTHER_GUARDIAN: {"nl": "andere ouder", "fr": "autre parent", "en": "other parent", "ar": "الوالد الآخر"},
    _R.STUDENT: {"nl": "kind", "fr": "enfant", "en": "child", "ar": "طفل"},
    _R.TEACHER: {"nl": "leerkracht", "fr": "titulaire", "en": "teacher", "ar": "معلّم"},
}
"""Their first letters differ in each language: a pawn carries that letter."""
PLACES: dict[Place, Words] = {
    Place.HOME: {"nl": "thuis", "fr": "à la maison", "en": "at home", "ar": "في البيت"},
    Place.CLASS: {"nl": "in de klas", "fr": "en classe", "en": "in class", "ar": "في الصف"},
}
NO_CARD = {
    "nl": "Nog geen kaartje gekozen",
    "fr": "Pas encore de carte choisie",
    "en": "No card chosen yet",
    "ar": "لم تُختر بطاقة بعد",
}
CARDS = {
    "nl": "Gekozen kaartjes, in volgorde",
    "fr": "Cartes choisies, dans l'ordre",
    "en": "Cards chosen, in order",
    "ar": "البطاقات المختارة بالترتيب",
}
NO_PAWN = {"nl": "geen pion", "fr": "pas de pion", "en": "no pawn", "ar": "بلا بيدق"}
HELPS = {"nl": "Wat helpt", "fr": "Ce qui aide", "en": "What helps", "ar": "ما يساعد"}
AGREED = {"nl": "Afspraak", "fr": "Ce qui est convenu", "en": "Agreement", "ar": "ما اتفقنا عليه"}


def headed(heading: str, said: str, language: str) -> str:
    """What is said under a heading; French leaves room before the colon."""
    return f"{heading}\u00a0: {said}" if language == "fr" else f"{heading}: {said}"


def title(board: BoardShown, language: str) -> str:
    """Whose tree, and of which day."""
    return headed(board.form, f"{board.given_name}, {day_in_words(board.held_on, language)}", language)


def told(board: BoardShown, language: str) -> str:
    """The whole board, for who does not see the picture. A pawn is told by the words of its rung, never by a figure."""
    return " ".join(f"{part}." for part in _parts(board, language))


def _parts(board: BoardShown, language: str) -> Iterator[str]:
    yield title(board, language)
    cards = "; ".join(_card(number, card, language) for number, card in enumerate(board.cards, 1))
    yield headed(pick(CARDS, language), cards, language) if cards else pick(NO_CARD, language)
    yield from (_ladder(ladder, board.pawns, language) for ladder in board.ladders)
    for heading, said in ((HELPS, board.what_helps), (AGREED, board.agreement)):
        if said:
            yield headed(pick(heading, language), said.rstrip("."), language)


def _card(number: int, card: CardShown, language: str) -> str:
    return _noted(f"{number}. {card.name}, {pick(PEOPLE[card.chosen_by], language)}", card.note)


def _ladder(ladder: LadderShown, pawns: list[PawnShown], language: str) -> str:
    here = "; ".join(_pawn(pawn, language) for pawn in pawns if pawn.scale == ladder.key)
    return headed(ladder.name.capitalize(), here or pick(NO_PAWN, language), language)


def _pawn(pawn: PawnShown, language: str) -> str:
    who, place = pick(PEOPLE[pawn.placed_by], language), pick(PLACES[pawn.place], language)
    return _noted(headed(f"{who}, {place}", pawn.label, language), pawn.note)


def _noted(said: str, note: str | None) -> str:
    return f"{said} ({note})" if note else said
