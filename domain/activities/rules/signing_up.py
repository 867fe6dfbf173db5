"""When families can sign up, for what, and when somebody is at the door."""

from datetime import datetime, timedelta

from domain.activities.models.activities import Activity
from domain.activities.models.coming import ComingFields
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.words import ActivityStatus, SignUpMode
from domain.kernel.errors import Conflict, Detail, Invalid, Message

DOORS = timedelta(hours=2)
"""How long before it starts the first ones may be at the door."""

NOT_OPEN = Message(
    "sign_up_not_open",
    "Aanmelden kan nog niet, of niet meer.",
    "Les inscriptions ne sont pas encore ouvertes, ou ne le sont plus.",
    "Signing up is not possible yet, or no longer.",
)
OVER = Message(
    "moment_over",
    "Dit moment is voorbij.",
    "Ce moment est passé.",
    "This moment is over.",
)
NOT_NEEDED = Message(
    "no_sign_up_needed",
    "Aanmelden hoeft niet: kom gewoon langs, jullie zijn welkom.",
    "Pas besoin de vous inscrire : venez simplement, vous êtes les bienvenus.",
    "No need to sign up: just come, you are welcome.",
)
NOBODY_ALONG = Message(
    "nobody_along",
    "Deze keer kan er niemand van buiten het gezin mee.",
    "Cette fois, il n'est pas possible de venir avec quelqu'un d'extérieur à la famille.",
    "This time nobody from outside the family can come along.",
)
TOO_MANY = Message(
    "not_enough_places",
    "Zoveel plaatsen zijn er niet meer. Jullie aanmelding blijft zoals ze was.",
    "Il ne reste pas autant de places. Votre inscription reste comme elle était.",
    "There are not that many places left. Your sign-up stays as it was.",
)
ALREADY = Message(
    "already_signed_up",
    "Jullie zijn al aangemeld voor dit moment. Je kunt de aantallen aanpassen.",
    "Vous êtes déjà inscrits à ce moment. Vous pouvez modifier les nombres.",
    "You are signed up for this moment already. You can change the numbers.",
)
CANCELLED = Message(
    "sign_up_cancelled",
    "Deze aanmelding is afgezegd. Meld je gerust opnieuw aan.",
    "Cette inscription a été annulée. N'hésitez pas à vous réinscrire.",
    "This sign-up was cancelled. You are welcome to sign up again.",
)
NOT_YET = Message(
    "doors_not_open",
    "Dat kan vanaf twee uur voor het begint, tot de activiteit geëvalueerd is.",
    "C'est possible à partir de deux heures avant le début, jusqu'à l'évaluation de l'activité.",
    "That is possible from two hours before it starts, until the activity is evaluated.",
)
_AT_THE_DOOR = frozenset({ActivityStatus.INVITED, ActivityStatus.HELD})


def why_closed(activity: Activity, moment: ActivityMoment, now: datetime) -> Message | None:
    """Why sign-ups for this moment cannot be made or changed; null when they can."""
    if activity.status != ActivityStatus.INVITED:
        return NOT_OPEN
    return OVER if moment.ends_at <= now else None


def why_no_sign_up(activity: Activity, moment: ActivityMoment, now: datetime) -> Message | None:
    """The same for a new one."""
    if closed := why_closed(activity, moment, now):
        return closed
    return NOT_NEEDED if activity.sign_up == SignUpMode.NOT_NEEDED else None


def is_at_the_door(moment: ActivityMoment, now: datetime) -> bool:
    """People come in."""
    return moment.starts_at - DOORS <= now


def why_not_counted(activity: Activity, moment: ActivityMoment, now: datetime) -> Message | None:
    """Why nobody can be counted as having come; null when they can."""
    counts = activity.status in _AT_THE_DOOR and is_at_the_door(moment, now)
    return None if counts else NOT_YET


def ensure(why: Message | None) -> None:
    """Refuse when there is a reason to.

    Raises:
        Conflict: with it.
    """
    if why:
        raise Conflict(why)


def check_along(activity: Activity, fields: ComingFields) -> None:
    """
    Raises:
        Invalid: `nobody_along`.
    """
    if fields.brings_along and not activity.bring_along:
        raise Invalid(NOBODY_ALONG, Detail("/brings_along", NOBODY_ALONG))
