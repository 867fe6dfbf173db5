"""What the pictures of a planning say."""

from domain.kernel.errors import Message

TITLE = Message(
    "curve_title", "De planning in de tijd", "La planification au fil du temps", "The planning as time goes by"
)
PLACED = Message(
    "curve_placed",
    "Gesprekken met een plaats: {placed} van {talks}",
    "Entretiens placés : {placed} sur {talks}",
    "Talks with a place: {placed} of {talks}",
)
LEFT = Message(
    "curve_left",
    "Gewicht van wat nog niet past: {weight_left}",
    "Poids de ce qui n'a pas encore de place : {weight_left}",
    "Weight of what does not fit yet: {weight_left}",
)
MANDATORY = Message(
    "curve_mandatory",
    "Verplichte gesprekken zonder plaats: {mandatory_left}",
    "Entretiens obligatoires sans place : {mandatory_left}",
    "Mandatory talks without a place: {mandatory_left}",
)
BOUND = Message(
    "curve_bound",
    "Minder dan {bound} kan niet",
    "Moins de {bound} est impossible",
    "Less than {bound} is impossible",
)
NOTHING_YET = Message(
    "curve_empty", "Er is nog geen rooster.", "Il n'y a pas encore d'horaire.", "There is no schedule yet."
)
UNPROVEN = Message(
    "curve_unproven",
    "Hoeveel beter het nog kan, is niet bewezen.",
    "On n'a pas prouvé combien on peut encore gagner.",
    "How much better it can get is not proven.",
)
BEST = Message(
    "curve_best",
    "Bewezen: geen enkel rooster plaatst meer gewicht.",
    "Prouvé : aucun horaire ne place plus de poids.",
    "Proven: no schedule places more weight.",
)
GAP = Message(
    "curve_gap",
    "Bewezen: van wat in het beste geval past, ontbreekt hoogstens {gap} %.",
    "Prouvé : de ce qui est possible au mieux, il manque au plus {gap} %.",
    "Proven: of what fits at best, at most {gap} % is missing.",
)
AFTER = Message("curve_after", "Na {seconds} s: {said}.", "Après {seconds} s : {said}.", "After {seconds} s: {said}.")


def figure(number: float, language: str) -> str:
    """A number as readers write it, with one figure behind the comma where there is something to say."""
    said = f"{number:.1f}".removesuffix(".0")
    return said if language == "en" else said.replace(".", ",")
