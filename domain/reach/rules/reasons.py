"""Why a step is the next one, in words: the rule, and what the plan of this school year says."""

from domain.conferences.rules.day_parts import DayPart
from domain.kernel.days import times_in
from domain.kernel.errors import Message
from domain.kernel.rule import Rule
from domain.plans.words import name_of
from domain.reach.models.words import Step
from domain.reach.rules.moments import Moment
from domain.reach.rules.steps import Option


def _why(code: str, nl: str, fr: str, en: str) -> Rule:
    return Rule(f"reach_{code}", nl, fr, en, number="R10", severity="warning", source=("J",))


REASONS: dict[Step, Rule] = {
    Step.INVITE: _why(
        "invite",
        "De school heeft dit gezin in deze periode nog niet uitgenodigd.",
        "L'école n'a pas encore invité cette famille pendant cette période.",
        "The school has not invited this family in this period yet.",
    ),
    Step.APPOINTMENT_STANDS: _why(
        "appointment_stands",
        "Er staat al een afspraak. Vraag of die nog past.",
        "Un rendez-vous est déjà fixé. Demandez s'il convient toujours.",
        "There is an appointment already. Ask whether it still suits.",
    ),
    Step.KEEP_APPOINTMENT: _why(
        "another_date",
        "Het gezin heeft geantwoord. Zoek samen een moment dat past.",
        "La famille a répondu. Cherchez ensemble un moment qui convient.",
        "The family answered. Look for a time that suits, together.",
    ),
    Step.PHONE: _why(
        "phone",
        "Bellen is een andere weg dan wat al geprobeerd is.",
        "Le téléphone est une autre voie que ce qui a déjà été essayé.",
        "A call is another way than what was tried so far.",
    ),
    Step.AT_THE_GATE: _why(
        "gate",
        "Spreek iemand aan de poort aan; dat vraagt geen afspraak.",
        "Adressez-vous à quelqu'un à la grille ; cela ne demande pas de rendez-vous.",
        "Speak to somebody at the gate; that needs no appointment.",
    ),
    Step.ANOTHER_CHANNEL: _why(
        "channel",
        "Wat de school probeerde, hielp nog niet. Dit is een andere weg.",
        "Ce que l'école a essayé n'a pas encore suffi. Ceci est une autre voie.",
        "What the school tried has not worked yet. This is another way.",
    ),
    Step.INTERPRETER: _why(
        "interpreter",
        "Nodig opnieuw uit, met een tolk erbij.",
        "Invitez à nouveau, avec un interprète.",
        "Invite again, with an interpreter.",
    ),
    Step.BRIDGE_WORKER: _why(
        "bridge",
        "Een brugfiguur kent de weg naar gezinnen. Vraag eerst of het gezin dat goed vindt.",
        "Une personne-relais connaît le chemin vers les familles. Demandez d'abord si la famille est d'accord.",
        "A bridge worker knows the way to families. Ask first whether the family agrees.",
    ),
    Step.ANOTHER_MOMENT: _why(
        "moment",
        "Stel een ander deel van de dag of de week voor.",
        "Proposez un autre moment de la journée ou de la semaine.",
        "Offer another part of the day or the week.",
    ),
    Step.HOME_VISIT: _why(
        "home",
        "Vraag of een bezoek aan huis welkom is. Nee is een goed antwoord (R29).",
        "Demandez si une visite à domicile est bienvenue. Non est une bonne réponse (R29).",
        "Ask whether a visit at home is welcome. No is a good answer (R29).",
    ),
}
ALL_TRIED = _why(
    "all_tried",
    "Alles is al eens geprobeerd. Begin opnieuw met wat het best past.",
    "Tout a déjà été essayé une fois. Recommencez par ce qui convient le mieux.",
    "Everything was tried once. Begin again with what suits best.",
)
PLAN_CHANNEL = Message(
    "reach_plan_channel",
    "Het plan van dit schooljaar laat deze weg open: {said}.",
    "Le plan de cette année scolaire laisse cette voie ouverte : {said}.",
    "The plan of this school year leaves this way open: {said}.",
)
PLAN_MOMENT = Message(
    "reach_plan_moment",
    "Volgens het plan van dit schooljaar past dit: {said}.",
    "Selon le plan de cette année scolaire, ceci convient : {said}.",
    "According to the plan of this school year this suits: {said}.",
)
PLAN_INTERPRETER = Message(
    "reach_plan_interpreter",
    "In het plan van dit schooljaar staat de wens om een tolk.",
    "Le plan de cette année scolaire mentionne le souhait d'un interprète.",
    "The plan of this school year has the wish for an interpreter.",
)
PARTS: dict[DayPart, Message] = {
    DayPart.MORNING: Message("reach_morning", "in de ochtend", "le matin", "in the morning"),
    DayPart.AFTERNOON: Message("reach_afternoon", "in de namiddag", "l'après-midi", "in the afternoon"),
    DayPart.EVENING: Message("reach_evening", "in de avond", "le soir", "in the evening"),
}
ON_DAYS: dict[DayPart, Message] = {
    DayPart.MORNING: Message("reach_on_morning", "op {weekday}ochtend", "le {weekday} matin", "on {weekday} morning"),
    DayPart.AFTERNOON: Message(
        "reach_on_afternoon", "op {weekday}namiddag", "le {weekday} après-midi", "on {weekday} afternoon"
    ),
    DayPart.EVENING: Message("reach_on_evening", "op {weekday}avond", "le {weekday} soir", "on {weekday} evening"),
}


def moment_in_words(moment: Moment, language: str) -> str:
    """Such as `op dinsdagavond`."""
    if moment.weekday is None:
        return PARTS[moment.part].words(language)
    return ON_DAYS[moment.part].words(language, {"weekday": times_in(language)["weekdays"][moment.weekday]})


def reason_in_words(option: Option, language: str) -> str:
    """Why this step, and why again when all were tried."""
    return (ALL_TRIED if option.was_tried else REASONS[option.step]).words(language)


def plan_in_words(option: Option, language: str) -> str | None:
    """What the plan says of this step; None: it follows no plan."""
    if not option.from_plan:
        return None
    if option.channel:
        return PLAN_CHANNEL.words(language, {"said": name_of(option.channel, language)})
    if option.moment:
        return PLAN_MOMENT.words(language, {"said": moment_in_words(option.moment, language)})
    return PLAN_INTERPRETER.words(language)
