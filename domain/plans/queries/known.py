"""The families of some students and the ways of their school, for as many decisions as one wants."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession
from domain.plans.decision.asked import Decision, Question
from domain.plans.decision.decide import decide
from domain.plans.decision.family import Family
from domain.plans.decision.school_ways import QuietHours, SchoolWays
from domain.plans.queries.known_families import families_of
from domain.plans.queries.known_school import school_ways

NO_QUIET_HOURS_SAID = QuietHours()


@dataclass(frozen=True)
class Known:
    """Families by the id of their student, with the plan of the school year in which `known_families` looked."""

    school: SchoolWays
    families: Mapping[UUID, Family]

    def decide(self, student_id: UUID, question: Question) -> Decision:
        """
        Raises:
            NotFound: when the student is not among those asked for, or not of this school.
        """
        family = self.families.get(student_id)
        if family is None:
            raise NotFound(NOT_FOUND)
        return decide(family, self.school, question)


async def known_families(
    session: SchoolSession,
    student_ids: Collection[UUID],
    *,
    quiet: QuietHours = NO_QUIET_HOURS_SAID,
    at: datetime | None = None,
) -> Known:
    """The same few statements whether for one student or for two thousand.

    Args:
        quiet: of the school's settings for messages.
        at: the moment whose school year counts; now when left out.
    """
    await session.flush()
    school = await school_ways(session, quiet)
    day = (at or clock.now()).astimezone(school.zone).date()
    return Known(school, await families_of(session, list(student_ids), day))
