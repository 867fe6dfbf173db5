"""What the school can try next with a family that it has not spoken with: a ladder of its own deeds (R10, R38)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from domain.kernel.rule import Rule
from domain.reach.models.words import Reached, Step


@dataclass(frozen=True)
class Tried:
    """What the school did so far, and what the family's plan allows. `ways` are ways of contact and of attempts."""

    group: Reached
    ways: frozenset[str] = field(default_factory=frozenset)
    has_phone: bool = False
    speaks_other_language: bool = False


def _why(code: str, nl: str, fr: str, en: str) -> Rule:
    return Rule(f"reach_{code}", nl, fr, en, number="R10", severity="warning", source=("J",))


REASONS: dict[Step, Rule] = {
    Step.INVITE: _why(
        "invite",
        "De school heeft dit gezin in deze periode nog niet uitgenodigd.",
        "L'école n'a pas encore invité cette famille pendant cette période.",
        "The school has not invited this family in this period yet.",
    ),
    Step.KEEP_APPOINTMENT: _why(
        "another_date",
        "Het gezin heeft geantwoord. Zoek samen een moment dat past.",
        "La famille a répondu. Cherchez ensemble un moment qui convient.",
        "The family answered. Look for a time that suits, together.",
    ),
    Step.PHONE: _why(
        "phone",
        "Schrijven hielp nog niet. Bellen is een ander kanaal.",
        "L'écrit n'a pas encore suffi. Le téléphone est une autre voie.",
        "Writing has not worked yet. A call is another way.",
    ),
    Step.AT_THE_GATE: _why(
        "gate",
        "Spreek iemand aan de poort aan; dat vraagt geen afspraak.",
        "Adressez-vous à quelqu'un à la grille ; cela ne demande pas de rendez-vous.",
        "Speak to somebody at the gate; that needs no appointment.",
    ),
    Step.BRIDGE_WORKER: _why(
        "bridge",
        "Een brugfiguur spreekt de taal of kent de weg.",
        "Une personne-relais parle la langue ou connaît le chemin.",
        "A bridge worker speaks the language or knows the way.",
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

_LADDER: tuple[tuple[Step, Callable[[Tried], bool]], ...] = (
    (Step.INVITE, lambda tried: tried.group == Reached.NEVER_INVITED and not tried.ways),
    (Step.KEEP_APPOINTMENT, lambda tried: tried.group == Reached.INVITED_NOT_MET),
    (Step.PHONE, lambda tried: tried.has_phone and "phone" not in tried.ways),
    (Step.AT_THE_GATE, lambda tried: tried.ways.isdisjoint({"at_the_gate", "talk"})),
    (Step.BRIDGE_WORKER, lambda tried: tried.speaks_other_language and "bridge_worker" not in tried.ways),
    (Step.ANOTHER_MOMENT, lambda tried: "another_day" not in tried.ways),
    (Step.HOME_VISIT, lambda tried: "home_visit" not in tried.ways),
)


def next_step(tried: Tried) -> tuple[Step, Rule]:
    """The first thing that the school has not tried; when all were tried, the gate again: it costs a family nothing."""
    step = next((step for step, fits in _LADDER if fits(tried)), Step.AT_THE_GATE)
    return step, REASONS[step]
