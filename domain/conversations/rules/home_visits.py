"""Visiting a family at home (R29)."""

from domain.catalogue.models.words import Channel
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form
from domain.conversations.rules.family import of_the_school
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

MOST_VISITORS = 2
HOME_VISIT_CONSENT = Rule(
    "home_visit_consent_missing",
    "Op huisbezoek ga je alleen als het gezin ja heeft gezegd. Nee zeggen mag altijd, zonder uitleg.",
    "On ne va à domicile que si la famille a dit oui. Elle peut toujours refuser, sans explication.",
    "You visit a home only if the family said yes. It may always say no, without a reason.",
    number="R29",
    source=("84", "J"),
)
HOME_VISIT_VISITORS = Rule(
    "home_visit_too_many_visitors",
    "Ga met hoogstens {most} mensen van of voor de school, naast een tolk.",
    "Venez à {most} personnes au plus pour l'école, en plus d'un interprète.",
    "Come with at most {most} people from or for the school, besides an interpreter.",
    number="R29",
    source=("84", "J"),
)
HOME_VISIT_PROBLEM = Rule(
    "home_visit_for_problem",
    "Een huisbezoek dient om elkaar te leren kennen. Bespreek iets moeilijks liever op een ander moment.",
    "Une visite à domicile sert à faire connaissance. Parlez plutôt d'un sujet difficile à un autre moment.",
    "A home visit is for getting to know each other. Talk about something hard at another moment.",
    number="R29",
    severity="warning",
    source=("21",),
)


def check_home_visit(facts: ConversationFacts) -> list[Finding]:
    """Nobody enters a home uninvited, in numbers or to discuss problems (R29)."""
    at_home = facts.channel is Channel.HOME_VISIT
    if not at_home and facts.type.key != Form.HOME_VISIT:
        return []
    few = len(of_the_school(facts)) <= MOST_VISITORS
    return [
        *unless(facts.home_visit_consent or not at_home, HOME_VISIT_CONSENT.broken("/home_visit_consent")),
        *unless(few, HOME_VISIT_VISITORS.broken("/participants", most=MOST_VISITORS)),
        *unless(not facts.is_sensitive, HOME_VISIT_PROBLEM.broken("/is_sensitive")),
    ]
