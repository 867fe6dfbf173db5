"""Where it takes place, when that asks for care: WhatsApp (R28) and a visit at home (R29)."""

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.facts import Attendee, ConversationFacts, Form
from domain.conversations.rules.family import FAMILY, GUARDIANS
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule

MOST_VISITORS = 2

WHATSAPP_NOT_CHOSEN = Rule(
    "whatsapp_not_chosen",
    "WhatsApp kan alleen als het gezin daar zelf voor koos.",
    "WhatsApp n'est possible que si la famille l'a choisi elle-même.",
    "WhatsApp is possible only if the family chose it.",
    number="R28",
    source=("S", "43", "J"),
)
WHATSAPP_ONE_TO_ONE = Rule(
    "whatsapp_one_to_one",
    "Via WhatsApp praat één ouder met één persoon van de school, nooit een groep.",
    "Sur WhatsApp, un seul parent parle avec une seule personne de l'école, jamais un groupe.",
    "On WhatsApp one parent talks with one person of the school, never a group.",
    number="R28",
    source=("S", "43", "J"),
)
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


def check_whatsapp(facts: ConversationFacts) -> list[Finding]:
    """Only the channel, only because the family chose it, only one to one (R28)."""
    if facts.channel is not Channel.WHATSAPP:
        return []
    chose = {one.guardian_id for one in facts.guardians if one.chose_whatsapp}
    guardians = facts.having(*GUARDIANS)
    chosen = all(one.person_id in chose for one in guardians)
    one_to_one = len(guardians) == 1 and len(_of_the_school(facts)) <= 1
    return unless(chosen, WHATSAPP_NOT_CHOSEN.broken("/channel")) + unless(
        one_to_one, WHATSAPP_ONE_TO_ONE.broken("/participants")
    )


def check_home_visit(facts: ConversationFacts) -> list[Finding]:
    """Nobody enters a home uninvited, in numbers or to discuss problems (R29)."""
    at_home = facts.channel is Channel.HOME_VISIT
    if not at_home and facts.type.key != Form.HOME_VISIT:
        return []
    few = len(_of_the_school(facts)) <= MOST_VISITORS
    return [
        *unless(facts.home_visit_consent or not at_home, HOME_VISIT_CONSENT.broken("/home_visit_consent")),
        *unless(few, HOME_VISIT_VISITORS.broken("/participants", most=MOST_VISITORS)),
        *unless(not facts.is_sensitive, HOME_VISIT_PROBLEM.broken("/is_sensitive")),
    ]


def _of_the_school(facts: ConversationFacts) -> list[Attendee]:
    """Everybody but the family and the interpreter, who comes on top."""
    return [one for one in facts.attendees if one.role not in FAMILY | {ParticipantRole.INTERPRETER}]
