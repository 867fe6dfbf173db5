"""Families as the decision knows them, with the quiet hours that the school set for its messages."""

from collections.abc import Collection
from uuid import UUID

from domain.kernel.session import SchoolSession
from domain.messaging.models.settings import Messaging
from domain.plans.decision.school_ways import QuietHours
from domain.plans.queries.known import Known, known_families


async def families_known(session: SchoolSession, settings: Messaging, student_ids: Collection[UUID]) -> Known:
    quiet = QuietHours(settings.quiet_from, settings.quiet_to, settings.quiet_at_weekends)
    return await known_families(session, student_ids, quiet=quiet)
