"""What parents of the demo school bring, and a family that asks for a tour before it enrols, as rows."""

from collections.abc import Iterator, Sequence

from domain.activities.models.ideas import Idea, IdeaFields, IdeaStatus, IdeaSupport
from domain.activities.models.leads import Lead, LeadFields, LeadPlace
from domain.conferences.models.words import Via
from domain.kernel import clock
from domain.kernel.row import Row
from domain.seeding.demo_activity_file import DemoIdea, DemoLead
from domain.seeding.demo_file import DEMO_SCHOOL, demo_id
from domain.seeding.demo_rows import row_of


def idea_rows(ideas: list[DemoIdea]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [_idea(one) for one in ideas]
    yield [support for one in ideas for support in _supports(one)]


def lead_rows(leads: list[DemoLead]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [row_of(Lead, one, LeadFields) for one in leads]
    yield [
        LeadPlace.of(
            DEMO_SCHOOL, place, id=demo_id("tour_lead_places", f"{one.key}/{place.moment_id}"), lead_id=one.key
        )
        for one in leads
        for place in one.tour_lead_places
    ]


def _idea(one: DemoIdea) -> Row:
    via = Via.STAFF if one.staff_id else Via.APP
    said = {"answer": one.answer, "answer_language": "nl", "answered_at": clock.now(), "status": IdeaStatus.ANSWERED}
    who = {"guardian_id": one.guardian_id, "entered_by_id": one.staff_id}
    return row_of(Idea, one, IdeaFields, via=via, **who, **said if one.answer else {})


def _supports(one: DemoIdea) -> Iterator[Row]:
    for guardian_id in one.guardian_ids:
        support_id = demo_id("activity_idea_supports", f"{one.key}/{guardian_id}")
        yield IdeaSupport(school_id=DEMO_SCHOOL, id=support_id, idea_id=one.key, guardian_id=guardian_id)
