"""Looking back: as what somebody speaks, how smileys add up, and when an activity counts as evaluated."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from domain.activities.models.evaluations import Remark, Smiley, Voice
from domain.kernel.errors import Message
from domain.kernel.permissions import STAFF, Role
from domain.kernel.rule import Finding, Rule

NOT_HELD = Message(
    "activity_not_held",
    "Dat kan zodra de activiteit er is. Na de terugblik van de school komen er geen smileys meer bij.",
    "C'est possible dès que l'activité a lieu. Après le bilan de l'école, on n'ajoute plus de smileys.",
    "This is possible once the activity takes place. When the school has looked back, no smileys are added any more.",
)
TAPPED_ALREADY = Message(
    "tapped_already",
    "Je gaf al een smiley. Omdat er geen naam bij staat, kunnen we die niet meer wijzigen.",
    "Vous avez déjà donné un smiley. Comme il ne porte pas de nom, il ne peut plus être modifié.",
    "You gave a smiley already. Because it carries no name, it cannot be changed any more.",
)
ANOTHER_VOICE = Rule(
    "voice_of_another",
    "Kies zelf als wat je terugkijkt: als ouder, leerling, helper of team.",
    "Choisissez le rôle qui est le vôtre : parent, élève, aide ou équipe.",
    "Choose what you are yourself: a parent, a student, a helper or the team.",
)
NOT_EVALUATED = Message(
    "evaluation_incomplete",
    "De terugblik is nog niet volledig.",
    "Le bilan n'est pas encore complet.",
    "Looking back is not finished yet.",
)
NOBODY_ASKED = Rule(
    "no_smiley_or_remark",
    "Vraag het eerst aan wie er was: er is nog geen smiley en geen opmerking.",
    "Demandez d'abord à ceux qui étaient là : il n'y a encore ni smiley ni remarque.",
    "Ask those who were there first: there is no smiley and no remark yet.",
)
WHO_WAS_MISSED = Rule(
    "missed_not_answered",
    "Wie heb je gemist, en hoe bereik je die gezinnen? Noteer het, of zeg dat je niemand miste.",
    "Qui avez-vous manqué, et comment atteindre ces familles ? Notez-le, ou dites que personne ne manquait.",
    "Whom did you miss, and how do you reach those families? Note it, or say that nobody was missed.",
)
SOMEBODY_WAS_MISSED = Rule(
    "somebody_was_missed",
    "Er staan gezinnen bij die je miste. Dan was het niet niemand.",
    "Des familles que vous avez manquées sont notées. Ce n'était donc pas personne.",
    "There are families that you missed. So it was not nobody.",
)
_VOICES = {Role.GUARDIAN: {Voice.PARENT, Voice.HELPER}, Role.STUDENT: {Voice.STUDENT, Voice.HELPER}}
_AT_SCHOOL = {Voice.TEAM, Voice.HELPER}


@dataclass(frozen=True)
class LookedBack:
    """What there is to look back on."""

    counted: tuple[Mapping[str, Mapping[str, int]], ...]
    remarks: Collection[Any]
    somebody_missed: bool


def voices_of(roles: Collection[str]) -> set[Voice]:
    """As what somebody with these roles can speak."""
    return {voice for role in roles for voice in _VOICES.get(Role(role), _AT_SCHOOL if role in STAFF else set())}


def one_more(counts: Mapping[str, Mapping[str, int]], who: Voice, smiley: Smiley) -> dict[str, dict[str, int]]:
    """The counts after one tap."""
    given = dict(counts.get(who, {}))
    return {
        **{voice: dict(of) for voice, of in counts.items()},
        str(who): given | {str(smiley): given.get(smiley, 0) + 1},
    }


def shuffled_in(remarks: list[dict[str, str]], remark: Remark | None) -> list[dict[str, str]]:
    """By the alphabet: the order of arrival would tell whose it is."""
    more = [remark.model_dump(mode="json")] if remark else []
    return sorted([*remarks, *more], key=lambda one: (one["words"].casefold(), one["language"]))


def check_looked_back(seen: LookedBack, *, nobody_missed: bool) -> list[Finding]:
    """Somebody was asked, and the question whom the school missed has an answer."""
    smileys = sum(count for counts in seen.counted for given in counts.values() for count in given.values())
    broken = {
        NOBODY_ASKED: ("", not smileys and not seen.remarks),
        WHO_WAS_MISSED: ("/nobody_missed", not seen.somebody_missed and not nobody_missed),
        SOMEBODY_WAS_MISSED: ("/nobody_missed", seen.somebody_missed and nobody_missed),
    }
    return [rule.broken(pointer) for rule, (pointer, is_broken) in broken.items() if is_broken]
