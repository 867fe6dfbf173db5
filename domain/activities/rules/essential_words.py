"""The words for what an activity still lacks (R34)."""

from domain.kernel.errors import Message
from domain.kernel.rule import Rule

NOT_READY = Message(
    "not_ready",
    "Er ontbreekt nog iets voor je gezinnen kunt uitnodigen.",
    "Il manque encore quelque chose avant d'inviter les familles.",
    "Something is still missing before you can invite families.",
)


def _essential(code: str, nl: str, fr: str, en: str) -> Rule:
    return Rule(code, nl, fr, en, number="R34", source=("S", "J"))


GOAL_MISSING = _essential(
    "goal_missing",
    "Zeg in één zin wat je met de activiteit wilt bereiken.",
    "Dites en une phrase ce que vous voulez atteindre avec l'activité.",
    "Say in one sentence what you want the activity to achieve.",
)
FOR_WHOM_MISSING = _essential(
    "for_whom_missing",
    "Zeg voor welke ouders dit is.",
    "Dites à quels parents l'activité s'adresse.",
    "Say which parents this is for.",
)
PARENTS_NOT_ASKED = _essential(
    "parents_not_asked",
    "Vraag eerst minstens één ouder wat die wil weten, doen of bespreken.",
    "Demandez d'abord à un parent au moins ce qu'il veut savoir, faire ou aborder.",
    "First ask at least one parent what they want to know, do or talk about.",
)
FORM_MISSING = _essential(
    "form_missing",
    "Kies een vorm waarin ouders zelf iets doen, maken of zeggen.",
    "Choisissez une forme où les parents font, fabriquent ou disent quelque chose.",
    "Choose a form in which parents do, make or say something themselves.",
)
ONLY_A_LECTURE = _essential(
    "only_a_lecture",
    "Alleen luisteren is te weinig. Kies er een vorm bij waarin ouders zelf iets doen, maken of zeggen.",
    "Écouter ne suffit pas. Ajoutez une forme où les parents font, fabriquent ou disent quelque chose.",
    "Listening alone is too little. Add a form in which parents do, make or say something themselves.",
)
DATE_MISSING = _essential(
    "date_missing",
    "Kies minstens één moment.",
    "Choisissez au moins un moment.",
    "Choose at least one moment.",
)
PLACE_MISSING = _essential(
    "place_missing",
    "Kies een lokaal of een andere plek.",
    "Choisissez un local ou un autre lieu.",
    "Choose a room or another place.",
)
LANGUAGES_MISSING = _essential(
    "languages_missing",
    "Zeg in welke talen je gezinnen er verder helpt.",
    "Dites dans quelles langues vous aiderez les familles sur place.",
    "Say in which languages families are helped there.",
)
