"""What makes content good: open questions, texts in every language, a mind map that leads somewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from domain.kernel.rule import Finding, Rule
from domain.kernel.text import OWN_LANGUAGES

LONGEST_QUESTION = 160
"""Characters of a question in each language (R37)."""

REVERSE_CONVERSATION = ("reverse-conversation", range(5, 11))
"""The reverse conversation takes 5 to 10 minutes, whatever a school or a file says (R01)."""

NOT_OPEN = Rule(
    "question_not_open",
    "Op deze vraag kun je met ja of nee antwoorden. Begin met wat, hoe, waar, wanneer, wie of welke.",
    "On peut répondre à cette question par oui ou non. Commencez par que, comment, où, quand, qui ou quel.",
    "This question can be answered with yes or no. Start with what, how, where, when, who or which.",
    number="R37",
    source=("J",),
)
TOO_LONG = Rule(
    "question_too_long",
    "Een vraag telt hoogstens {longest} tekens.",
    "Une question compte au plus {longest} caractères.",
    "A question has at most {longest} characters.",
    number="R37",
    source=("J",),
)
UNKNOWN_PHASE = Rule(
    "unknown_phase",
    "Deze gespreksvorm heeft die fase niet. Wel: {allowed}.",
    "Cette forme d'entretien n'a pas cette phase. Elle a : {allowed}.",
    "This form of conversation has no such phase. It has: {allowed}.",
    source=("J",),
)
OTHER_LEVELS = Rule(
    "other_levels",
    "Deze gespreksvorm is er alleen voor: {allowed}.",
    "Cette forme d'entretien n'existe que pour : {allowed}.",
    "This form of conversation is there for these only: {allowed}.",
    source=("J",),
)
INCOMPLETE = Rule(
    "text_incomplete",
    "Deze tekst ontbreekt in: {missing}.",
    "Ce texte manque en : {missing}.",
    "This text is missing in: {missing}.",
    number="R36",
    source=("S", "J"),
)
NOT_SHORT = Rule(
    "reverse_not_short",
    "Een omgekeerd oudergesprek duurt 5 tot 10 minuten.",
    "Un entretien inversé dure de 5 à 10 minutes.",
    "A reverse conversation takes 5 to 10 minutes.",
    number="R01",
    source=("S",),
)
SEVERAL_ROOTS = Rule(
    "mind_map_roots",
    "Een mindmap heeft één wortel, en niets gaat daaraan vooraf.",
    "Une carte mentale a une seule racine, et rien ne la précède.",
    "A mind map has one root, and nothing comes before it.",
    number="R35",
    source=("J",),
)
ORPHAN = Rule(
    "mind_map_orphan",
    "Deze knoop is met geen andere verbonden: {node}.",
    "Ce nœud n'est relié à aucun autre : {node}.",
    "This node is linked to no other: {node}.",
    number="R35",
    source=("J",),
)
UNKNOWN_NODE = Rule(
    "mind_map_unknown_node",
    "Deze pijl wijst naar een knoop die er niet is: {node}.",
    "Cette flèche mène à un nœud qui n'existe pas : {node}.",
    "This edge names a node that is not there: {node}.",
    number="R35",
    source=("J",),
)
CIRCLE = Rule(
    "mind_map_circle",
    "Deze knopen wachten op elkaar: {nodes}. Alleen een pijl die als terugkoppeling is aangeduid sluit een kring.",
    "Ces nœuds s'attendent l'un l'autre : {nodes}. Seule une flèche déclarée comme retour peut fermer un cercle.",
    "These nodes wait for each other: {nodes}. Only an edge declared as feedback may close a circle.",
    number="R35",
    source=("J",),
)

_DUTCH_VERBS = (
    "ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden mag mogen mocht "
    "mochten moet moeten moest moesten wil wilt willen wou wilde wilden zal zult zullen zou zouden wordt worden werd "
    "werden gaat doet komt weet weten vindt vinden voelt ziet hoort krijgt durft lukt lukte klopt helpt blijft hoeft "
    "begrijpt herkent merkt slaapt eet speelt leest werkt woont spreekt praat houdt maakt heet geeft kent gebruikt"
)
_DUTCH_SUBJECTS = "u uw je jij jullie jouw we wij ik hij het er iemand"
_DUTCH_OPENERS = (  # before a pronoun these make no yes/no question: "Wat je …", "Als u …", "Stel je voor: …"
    "wat wie waar wanneer hoe waarom welk welke hoeveel als toen sinds zodra terwijl omdat zoals voor voordat na nadat "
    "tot met zonder bij in op aan over van door tegen uit om naast tussen volgens stel herinner"
)
_DUTCH_CLOSED = re.compile(
    rf"(?:{'|'.join(_DUTCH_VERBS.split())})\b"
    rf"|(?!(?:waar\w+|{'|'.join(_DUTCH_OPENERS.split())})\b)\w+\s+(?:{'|'.join(_DUTCH_SUBJECTS.split())})\b"
)
_ENGLISH_CLOSED = re.compile(
    r"(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(?:n.t)?\b"
)
_FRENCH_INVERSION = re.compile(
    r"\best-ce\b|\w-(?:t-)?(?:vous|tu|il|elle|on|ils|elles|je)\b|\b(?:avons|pouvons|devons|sommes|allons|voulons)-nous\b"
)
_FRENCH_REFLEXIVE = re.compile(r"(?:imaginez|rappelez|souvenez|présentez|figurez)-vous\b")
_FRENCH_WORD = re.compile(r"\bqu\W|\b(?:que|qui|quoi|\w*quels?|\w*quelles?|comment|où|quand|combien|pourquoi)\b")


def _french_is_closed(words: str) -> bool:
    """The verb comes before its subject, and no question word came earlier."""
    inversion = _FRENCH_INVERSION.search(words)
    if inversion is None or _FRENCH_REFLEXIVE.match(words):
        return False
    return _FRENCH_WORD.search(words, 0, inversion.start()) is None


_CLOSED: Mapping[str, Callable[[str], bool]] = {
    "nl": lambda words: _DUTCH_CLOSED.match(words) is not None,
    "fr": _french_is_closed,
    "en": lambda words: _ENGLISH_CLOSED.match(words) is not None,
    "ar": lambda words: words.startswith("هل "),
}


def is_open(question: str, language: str) -> bool:
    """Whether it does not start like a question to answer with yes or no (R37).

    Told by the words alone: a finite verb at the start in Dutch and English, a verb before its subject without a
    question word in French, the particle of such questions in Arabic. It lets some closed questions through rather
    than refuse an open one.
    """
    return not _CLOSED[language](re.sub(r"^\W+", "", question).lower())


def _said(words: Mapping[Any, str | None]) -> Iterator[tuple[str, str]]:
    return ((language, question) for language, question in words.items() if question)


def check_question(text: Mapping[Any, str | None], plain: Mapping[Any, str | None]) -> list[Finding]:
    """R37: in each language open, and at most 160 characters."""
    findings = []
    for field, words in (("text", text), ("plain", plain)):
        for language, question in _said(words):
            where = f"/{field}/{language}"
            if not is_open(question, language):
                findings.append(NOT_OPEN.broken(where))
            if len(question) > LONGEST_QUESTION:
                findings.append(TOO_LONG.broken(where, longest=LONGEST_QUESTION))
    return findings


def check_place(phase: str, levels: Iterable[str], phases: Iterable[str], allowed: Iterable[str]) -> list[Finding]:
    """A question belongs to a phase of its meeting type, and to levels that the type is meant for."""
    known, meant = list(phases), list(allowed)
    findings = [] if phase in known else [UNKNOWN_PHASE.broken("/phase", allowed=", ".join(known))]
    if not set(levels) <= set(meant):
        findings.append(OTHER_LEVELS.broken("/levels", allowed=", ".join(meant)))
    return findings


def check_duration(key: str, shortest: int, longest: int) -> list[Finding]:
    """R01: what the catalogue says of the reverse conversation agrees with its rule."""
    name, minutes = REVERSE_CONVERSATION
    fits = key != name or (shortest in minutes and longest in minutes)
    return [] if fits else [NOT_SHORT.broken("/duration")]


def check_text(text: Mapping[Any, Any]) -> list[Finding]:
    """R36: content of the library is there in each of our own languages."""
    missing = [language for language in OWN_LANGUAGES if not text.get(language)]
    return [INCOMPLETE.broken(missing=", ".join(missing))] if missing else []


class Arrow(NamedTuple):
    """An edge of a mind map; feedback is what may close a circle."""

    origin: str
    target: str
    feedback: bool = False


def check_mind_map(root: str, nodes: list[str], edges: list[Arrow]) -> list[Finding]:
    """R35: one root, no orphans, no circle but the declared feedback."""
    return [*_check_root(root, nodes, edges), *_check_links(nodes, edges), *_check_circles(edges)]


def _check_root(root: str, nodes: list[str], edges: list[Arrow]) -> Iterator[Finding]:
    if root in nodes:
        yield SEVERAL_ROOTS.broken(f"/nodes/{nodes.index(root)}")
    for place, edge in enumerate(edges):
        if root in (edge.origin, edge.target):
            yield SEVERAL_ROOTS.broken(f"/edges/{place}")


def _check_links(nodes: list[str], edges: list[Arrow]) -> Iterator[Finding]:
    linked = {node for edge in edges for node in (edge.origin, edge.target)}
    for place, node in enumerate(nodes):
        if node not in linked:
            yield ORPHAN.broken(f"/nodes/{place}", node=node)
    for place, edge in enumerate(edges):
        for node in {edge.origin, edge.target} - set(nodes):
            yield UNKNOWN_NODE.broken(f"/edges/{place}", node=node)


def _check_circles(edges: list[Arrow]) -> Iterator[Finding]:
    before: dict[str, list[Any]] = {}
    for edge in edges:
        if not edge.feedback:
            before.setdefault(edge.target, []).append(edge.origin)
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        yield CIRCLE.broken("/edges", nodes=", ".join(error.args[1]))
