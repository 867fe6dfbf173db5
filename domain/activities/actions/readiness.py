"""The rule looks whether families can be invited."""

from domain.activities.models.activities import Activity
from domain.activities.queries.moments import moments_of
from domain.activities.queries.readiness import parents_asked
from domain.activities.rules.essential_words import NOT_READY
from domain.activities.rules.essentials import missing_essentials
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession


async def ensure_essentials(session: SchoolSession, activity: Activity) -> None:
    """Refuse an activity that lacks something essential (R34).

    Raises:
        Invalid: `not_ready`, naming each field that is missing.
    """
    asked = await parents_asked(session, activity)
    warnings_of(missing_essentials(activity, await moments_of(session, activity.id), asked), NOT_READY)
