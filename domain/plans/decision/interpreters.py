"""Whether somebody interprets, and how: the wish beside what the school can arrange."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from domain.plans.decision.asked import Reason, because
from domain.plans.decision.family import Wishes
from domain.plans.decision.offer import Offer
from domain.plans.models.contact_words import ContactChannel
from domain.school.models.words import InterpreterMode

MODES: tuple[InterpreterMode, ...] = get_args(InterpreterMode)
AT_CHANNEL: Mapping[ContactChannel, InterpreterMode] = {
    ContactChannel.TALK: "on_site",
    ContactChannel.PHONE: "phone",
    ContactChannel.VIDEO: "video",
}
"""What goes best with a channel, for whom any mode will do."""


def _of_each(reason: Reason) -> Mapping[InterpreterMode, Reason]:
    return {mode: replace(reason, data=(("mode", mode),)) for mode in MODES}


INTERPRETED = _of_each(
    because(
        "interpreter_wished",
        "Deze persoon wil een tolk: {mode}.",
        "Cette personne souhaite un interprète : {mode}.",
        "This person wishes an interpreter: {mode}.",
    )
)
OTHERWISE = _of_each(
    because(
        "interpreter_otherwise",
        "De tolk die deze persoon wil, kan de school niet regelen. Wat het dichtst komt: {mode}.",
        "L'école ne peut pas organiser l'interprète souhaité. Ce qui s'en approche le plus : {mode}.",
        "The school cannot arrange the interpreter that this person wishes. What comes closest: {mode}.",
    )
)
NONE_OFFERED = because(
    "interpreter_not_offered",
    "Deze persoon wil een tolk, maar de school zei nog niet hoe dat kan. Vraag er een aan.",
    "Cette personne souhaite un interprète, mais l'école n'a pas encore dit comment. Demandez-en un.",
    "This person wishes an interpreter, but the school did not say how yet. Ask for one.",
)


def interpreter_for(
    wishes: Wishes | None, offer: Offer, channel: ContactChannel | None
) -> tuple[InterpreterMode | None, Reason | None]:
    """The mode and why; neither for who wishes none."""
    if wishes is None or not wishes.wants_interpreter:
        return None, None
    wanted, modes = wishes.interpreter_mode, offer.interpreter_modes
    if not modes:
        return None, NONE_OFFERED
    if wanted is not None and wanted not in modes:
        return modes[0], OTHERWISE[modes[0]]
    fits = wanted or (AT_CHANNEL.get(channel) if channel else None)
    mode = fits if fits in modes else modes[0]
    return mode, INTERPRETED[mode]
