"""What can still miss in a tour, in words."""

from functools import partial

from domain.conferences.rules.day_parts import ONE_DAY_PART
from domain.kernel.rule import Rule

_Advice = partial(Rule, severity="warning")

NO_STOPS = _Advice(
    "tour_without_stops",
    "De route heeft nog geen haltes.",
    "Le parcours n'a pas encore d'étapes.",
    "The route has no stops yet.",
    source=("S", "J"),
)
STOP_WITHOUT_DEED = _Advice(
    "stop_without_deed",
    "Aan deze halte is er nog niets te doen. Kies iets, zoals de vragendobbelsteen of een opdracht uit de klas.",
    "À cette étape, il n'y a encore rien à faire. Choisissez quelque chose, comme le dé à questions ou un exercice de "
    "la classe.",
    "There is nothing to do at this stop yet. Choose something, such as the question die or a class activity.",
    source=("22", "J"),
)
ROUTE_TOO_LONG = _Advice(
    "route_too_long",
    "De haltes duren samen {minutes} minuten: langer dan dit moment.",
    "Les étapes durent ensemble {minutes} minutes : c'est plus long que ce moment.",
    "The stops take {minutes} minutes together: longer than this moment.",
    source=("J",),
)
ONE_PART_OF_THE_DAY = _Advice(
    ONE_DAY_PART.code, ONE_DAY_PART.nl, ONE_DAY_PART.fr, ONE_DAY_PART.en, number="R09", source=ONE_DAY_PART.source
)
"""As for conferences, where it refuses."""
MOMENT_WITHOUT_GUIDE = _Advice(
    "moment_without_guide",
    "Voor dit moment is er nog geen gids.",
    "Il n'y a pas encore de guide pour ce moment.",
    "There is no guide for this moment yet.",
    source=("70", "71", "J"),
)
TOO_FEW_GROUPS = _Advice(
    "too_few_groups",
    "Voor {people} mensen zijn er te weinig groepen. Een groep telt hoogstens {most} mensen.",
    "Il y a trop peu de groupes pour {people} personnes. Un groupe compte au plus {most} personnes.",
    "There are too few groups for {people} people. A group has at most {most} people.",
    source=("J",),
)
GUIDE_NOT_BRIEFED = _Advice(
    "guide_not_briefed",
    "Deze gids kreeg nog geen uitleg. Neem samen de route door.",
    "Ce guide n'a pas encore reçu d'explications. Parcourez la visite ensemble.",
    "This guide has not been briefed yet. Go through the route together.",
    source=("J",),
)
NO_CHILD_CORNER = _Advice(
    "no_child_corner",
    "Voorzie een kinderhoek, dan kunnen ouders rustig rondkijken.",
    "Prévoyez un coin pour les enfants : les parents peuvent alors regarder tranquillement.",
    "Have a child corner: then parents can look around at ease.",
    source=("S", "J"),
)
