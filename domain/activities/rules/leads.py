"""How long the school keeps a family that did not enrol."""

from datetime import date, timedelta

from domain.kernel.errors import Detail, Invalid, Message

LONGEST = timedelta(days=183)
"""Six months: from an autumn tour to the enrolments of spring."""

KEPT_TOO_LONG = Message(
    "kept_too_long",
    "Een aanvraag wordt hoogstens tot {latest} bewaard. Kies die dag of een vroegere, na vandaag.",
    "Une demande est gardée au plus tard jusqu'au {latest}. Choisissez ce jour-là ou plus tôt, après aujourd'hui.",
    "A request is kept until {latest} at most. Choose that day or an earlier one, after today.",
)


def last_day(told_on: date, wished: date | None, today: date) -> date:
    """On which the lead is erased: the school may choose sooner, never later.

    Raises:
        Invalid: `kept_too_long`.
    """
    latest = told_on + LONGEST
    if wished is None:
        return latest
    if not today < wished <= latest:
        raise Invalid(KEPT_TOO_LONG, Detail("/keep_until", KEPT_TOO_LONG, {"latest": latest}), latest=latest)
    return wished
